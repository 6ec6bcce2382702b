package expunge.simulator.trace;

import static expunge.simulator.bug.PlantedBug.CANCELS_AT_ONCE;
import static expunge.simulator.bug.PlantedBug.CLOSES_WHAT_IS_PLANNED;
import static expunge.simulator.bug.PlantedBug.CUTS_ANEW;
import static expunge.simulator.bug.PlantedBug.DROPS_DUPLICATES;
import static expunge.simulator.bug.PlantedBug.FAILS_WITHOUT_LOOKING;
import static expunge.simulator.bug.PlantedBug.JOINS_ALL_PARTS;
import static expunge.simulator.bug.PlantedBug.KEEPS_NO_HOUSE;
import static expunge.simulator.bug.PlantedBug.LEAVES_BEGUN_BATCHES;
import static expunge.simulator.bug.PlantedBug.NOBODY_ASKS_FOR_THE_LEASE;
import static expunge.simulator.bug.PlantedBug.ONLY_THE_COMMITTER_FINISHES;
import static expunge.simulator.bug.PlantedBug.OVERWRITES_BATCHES;
import static expunge.simulator.bug.PlantedBug.PLANS_ANEW;
import static expunge.simulator.bug.PlantedBug.RINGS_WHILE_STAGING;
import static expunge.simulator.bug.PlantedBug.SHORT_LEASES;
import static expunge.simulator.bug.PlantedBug.STATE_BEFORE_REPORT;
import static expunge.simulator.bug.PlantedBug.TOTALS_BEFORE_BATCHES;
import static expunge.simulator.fault.Fault.CRASH_AFTER;
import static expunge.simulator.fault.Fault.CRASH_BEFORE;
import static expunge.simulator.fault.Fault.LOST_ANSWER;
import static expunge.simulator.fault.Fault.TIMED_OUT;
import static expunge.simulator.fault.Mishap.EVENT_TWICE;
import static expunge.simulator.fault.Mishap.MESSAGE_TWICE;
import static expunge.simulator.fault.Mishap.PROFILE_MADE;
import static expunge.simulator.fault.PortCall.ACCEPT;
import static expunge.simulator.fault.PortCall.ADD_BATCHES;
import static expunge.simulator.fault.PortCall.CLOSE;
import static expunge.simulator.fault.PortCall.COMMIT;
import static expunge.simulator.fault.PortCall.DELETE_PROFILES;
import static expunge.simulator.fault.PortCall.FIND_TASK;
import static expunge.simulator.fault.PortCall.LEASE;
import static expunge.simulator.fault.PortCall.MOVE;
import static expunge.simulator.fault.PortCall.OPEN;
import static expunge.simulator.trace.Event.person;
import static expunge.simulator.trace.Event.slow;
import static expunge.simulator.trace.Event.twist;
import static expunge.simulator.trace.Event.waits;
import static expunge.simulator.trace.Event.wrong;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.check.Violation;
import expunge.simulator.exhaustive.SmallScope;
import expunge.simulator.platform.Plant;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.scenario.Scenario.Call;
import expunge.simulator.scenario.Scenario.Meddling;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Every trace of the protocol that concerns what is built, in the small scope, with the bug that
 * lets it happen.
 */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is never changed
public enum ProtocolTrace {
  C1(
      CANCELS_AT_ONCE,
      "P6",
      "A task that is cancelled ends while a worker is about to commit.",
      person("worker 2", COMMIT, Call.CANCEL)),
  C2(
      CLOSES_WHAT_IS_PLANNED,
      "P3",
      "A batch is planned and closed as cancelled at once, and its profiles are gone.",
      twist(MESSAGE_TWICE, 2),
      waits("worker 2", LEASE),
      person("worker 3", FIND_TASK, Call.CANCEL),
      waits("worker 3", CLOSE),
      waits("worker 2", COMMIT)),
  C3(
      LEAVES_BEGUN_BATCHES,
      "P5",
      "A batch that was begun before the cancel can never be committed.",
      person("worker 2", COMMIT, Call.CANCEL)),
  C4(
      NOBODY_ASKS_FOR_THE_LEASE,
      "P3",
      "Two workers have one batch, and the slower deletes what was made anew after the commit.",
      SmallScope.scenario(makes("person-1"), SmallScope.PATIENCE),
      twist(MESSAGE_TWICE, 2),
      twist(PROFILE_MADE, 1),
      slow("worker 2", DELETE_PROFILES, 30)),
  C5(
      SHORT_LEASES,
      "P3",
      "A lease ends while its worker still deletes, and another takes the batch over.",
      SmallScope.scenario(makes("person-1"), SmallScope.PATIENCE),
      twist(MESSAGE_TWICE, 2),
      twist(PROFILE_MADE, 1),
      slow("worker 2", DELETE_PROFILES, 30)),
  C6(
      NOBODY_ASKS_FOR_THE_LEASE,
      "P3",
      "A batch is given up after one attempt: a row has failed, and a slower worker deletes it.",
      SmallScope.scenario(List.of(), 1),
      twist(MESSAGE_TWICE, 2),
      slow("worker 2", DELETE_PROFILES, 39),
      wrong("worker 3", DELETE_PROFILES, 1, TIMED_OUT),
      wrong("worker 3", DELETE_PROFILES, 2, TIMED_OUT)),
  C7(
      FAILS_WITHOUT_LOOKING,
      "P3",
      "The answers of deletions get lost, and the rows count as failed.",
      SmallScope.scenario(List.of(), 1),
      wrong("worker 2", DELETE_PROFILES, 1, LOST_ANSWER),
      wrong("worker 4", DELETE_PROFILES, 1, LOST_ANSWER),
      wrong("worker 4", DELETE_PROFILES, 2, LOST_ANSWER)),
  C8(
      JOINS_ALL_PARTS,
      "P1",
      "A worker dies between its report part and its commit; the next writes another part.",
      wrong("worker 2", COMMIT, CRASH_BEFORE)),
  C9(
      RINGS_WHILE_STAGING,
      "P3",
      "A worker deletes rows of a file whose last row turns out to be unreadable.",
      SmallScope.scenario(withBadEnd()),
      waits("intake 1", OPEN)),
  C10(
      TOTALS_BEFORE_BATCHES,
      "P5",
      "Intake dies when the task runs and its batches do not stand.",
      wrong("intake 1", ACCEPT, CRASH_AFTER)),
  C11(
      OVERWRITES_BATCHES,
      "P4",
      "A slow second intake writes over a batch that is final.",
      twist(EVENT_TWICE, 1),
      waits("intake 1", ADD_BATCHES)),
  C12(
      CUTS_ANEW,
      "P6",
      "Intake dies after its batches stand, and the next cuts the file otherwise.",
      wrong("intake 1", ACCEPT, CRASH_BEFORE)),
  C13(
      ONLY_THE_COMMITTER_FINISHES,
      "P5",
      "The worker dies that has committed the last batch.",
      wrong("worker 3", COMMIT, CRASH_AFTER)),
  C14(STATE_BEFORE_REPORT, "P6", "The state says that the task has ended; there is no report."),
  C15(
      KEEPS_NO_HOUSE,
      "P5",
      "Whoever resumes dies before the bells ring that the pause has eaten.",
      person("worker 2", FIND_TASK, Call.PAUSE),
      person("worker 4", FIND_TASK, Call.RESUME),
      wrong("api RESUME", MOVE, CRASH_AFTER)),
  C16(DROPS_DUPLICATES, "P1", "Nobody knows in the end which rows were duplicates."),
  C17(
      PLANS_ANEW,
      "P3",
      "A worker dies after it has deleted; the next finds nobody and says so.",
      wrong("worker 2", DELETE_PROFILES, CRASH_AFTER));

  private final PlantedBug bug;
  private final String promise;
  private final String sentence;
  private final Story story;

  ProtocolTrace(PlantedBug bug, String promise, String sentence, Event... events) {
    this(bug, promise, sentence, SmallScope.scenario(), events);
  }

  ProtocolTrace(
      PlantedBug bug, String promise, String sentence, Scenario scenario, Event... events) {
    this.bug = bug;
    this.promise = promise;
    this.sentence = sentence;
    this.story = new Story(scenario, List.of(events));
  }

  private static byte[] withBadEnd() {
    return "MaestraId\nperson-1\nperson-2\nperson-1\n\u00FF\n"
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Meddling> makes(String profile) {
    return List.of(new Meddling(COMMIT, 1, 1, List.of(profile), true));
  }

  /**
   * What came of one.
   *
   * @param left the events that never came
   * @param trace to read
   */
  public record Outcome(List<Violation> violations, List<String> left, List<String> trace) {}

  /** Where its rule is switched off. */
  public PlantedBug bug() {
    return bug;
  }

  /** What is broken then. */
  public String promise() {
    return promise;
  }

  /** What it comes to. */
  public String sentence() {
    return sentence;
  }

  /** Its events, to read. */
  public List<String> events() {
    return story.events().stream().map(Event::toString).toList();
  }

  /** Lets it happen in a world of its own; always the same for the same plant. */
  public Outcome play(Plant plant) {
    return story.play(plant);
  }
}
