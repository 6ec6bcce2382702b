package expunge.simulator.exhaustive;

import expunge.simulator.fault.Fault;
import expunge.simulator.scenario.Scenario.Call;
import java.util.Optional;

/** What can be chosen at a point of a schedule, where otherwise all goes well. */
enum Choice {
  /** The process that is about to call waits until no other can run at this instant. */
  PREEMPT('p', Family.NO_FAULT),
  /** {@link Fault#CRASH_BEFORE}. */
  CRASH_BEFORE('b', Family.CRASH),
  /** {@link Fault#CRASH_AFTER}. */
  CRASH_AFTER('a', Family.CRASH),
  /** {@link Fault#LOST_ANSWER}. */
  LOST_ANSWER('l', Family.LOST_ANSWER),
  /** A message or an event is delivered twice at once. */
  TWICE('t', Family.DUPLICATE),
  /** A message or an event is delivered again when the first delivery has ended. */
  AGAIN('d', Family.DUPLICATE),
  /** Somebody cancels the task just before a call. */
  CANCEL('x', Family.NO_FAULT),
  /** Somebody pauses it. */
  PAUSE('s', Family.NO_FAULT),
  /** Somebody resumes it. */
  RESUME('g', Family.NO_FAULT);

  private final char letter;
  private final Family family;

  Choice(char letter, Family family) {
    this.letter = letter;
    this.family = family;
  }

  /** Which faults a schedule has. */
  enum Family {
    /** None. */
    NO_FAULT("no fault"),
    /** A process dies. */
    CRASH("a crash"),
    /** An answer gets lost. */
    LOST_ANSWER("a lost answer"),
    /** Something is delivered twice. */
    DUPLICATE("a duplicate"),
    /** More than one of these. */
    SEVERAL("two faults");

    private final String label;

    Family(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** How a schedule's name says it. */
  char letter() {
    return letter;
  }

  Family family() {
    return family;
  }

  boolean isFault() {
    return family != Family.NO_FAULT;
  }

  /** What somebody asks for with it; empty where it has nothing to do with people. */
  Optional<Call> call() {
    return switch (this) {
      case CANCEL -> Optional.of(Call.CANCEL);
      case PAUSE -> Optional.of(Call.PAUSE);
      case RESUME -> Optional.of(Call.RESUME);
      case PREEMPT, CRASH_BEFORE, CRASH_AFTER, LOST_ANSWER, TWICE, AGAIN -> Optional.empty();
    };
  }

  /**
   * The one of this letter.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Choice of(char letter) {
    for (Choice choice : values()) {
      if (choice.letter == letter) {
        return choice;
      }
    }
    throw new IllegalArgumentException("no choice is called " + letter);
  }
}
