package expunge.work;

import expunge.run.Backoff;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends items to a table, several requests at once, and sends again only what was not processed,
 * with jittered waits, until the deadline.
 */
public final class Sending {
  private final Scheduler scheduler;
  private final int inFlight;

  /** At most {@code inFlight} requests at once. */
  public Sending(Scheduler scheduler, int inFlight) {
    this.scheduler = scheduler;
    this.inFlight = inFlight;
  }

  /** The most requests that are under way at once. */
  public int inFlight() {
    return inFlight;
  }

  /** Runs of {@code perCall} items. */
  public static <T> Function<List<T>, List<List<T>>> runsOf(int perCall) {
    return items -> {
      List<List<T>> parts = new ArrayList<>();
      for (int from = 0; from < items.size(); from += perCall) {
        parts.add(items.subList(from, Math.min(items.size(), from + perCall)));
      }
      return parts;
    };
  }

  /**
   * Sends until all are acknowledged or time runs out. What is refused is not sent again.
   *
   * @param parts which items share a call
   * @param call answers what it has not processed
   */
  public <T> Left<T> untilProcessed(
      List<T> items,
      Function<List<T>, List<List<T>>> parts,
      Deadline deadline,
      Function<List<T>, List<T>> call) {
    Left<T> left = once(parts.apply(items), deadline, call);
    for (int attempt = 1; !left.open().isEmpty() && waitedInTime(attempt, deadline); attempt++) {
      Left<T> before = new Left<>(List.of(), left.refused(), left.unsent(), left.refusal());
      left = before.and(sentBefore(once(parts.apply(left.open()), deadline, call)));
    }
    return left;
  }

  /**
   * One answer for each item; empty where time ran out before all were answered.
   *
   * @throws ExpungeException.Permanent if a call is refused
   */
  public <T, R> Optional<List<R>> answers(List<T> items, Deadline deadline, Function<T, R> call) {
    List<Optional<R>> answers = new ArrayList<>();
    items.forEach(item -> answers.add(Optional.empty()));
    List<Integer> places = new ArrayList<>();
    items.forEach(item -> places.add(places.size()));
    Left<Integer> left =
        untilProcessed(
            places,
            runsOf(1),
            deadline,
            place -> {
              R answer = call.apply(items.get(place.getFirst()));
              synchronized (answers) {
                answers.set(place.getFirst(), Optional.of(answer));
              }
              return List.of();
            });
    left.refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return left.isEmpty()
        ? Optional.of(answers.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /** In a repetition, everything has been sent before. */
  private static <T> Left<T> sentBefore(Left<T> left) {
    return Left.open(left.open())
        .and(Left.open(left.unsent()))
        .and(new Left<>(List.of(), left.refused(), List.of(), left.refusal()));
  }

  private <T> Left<T> once(
      List<List<T>> parts, Deadline deadline, Function<List<T>, List<T>> call) {
    List<Supplier<Left<T>>> calls = new ArrayList<>();
    for (List<T> part : parts) {
      calls.add(() -> deadline.allows(scheduler.now()) ? sent(part, call) : Left.unsent(part));
    }
    return scheduler.runAll(calls, inFlight).stream().reduce(Left.nothing(), Left::and);
  }

  /** A call that was throttled as a whole, or got lost, has processed nothing that we know of. */
  private static <T> Left<T> sent(List<T> part, Function<List<T>, List<T>> call) {
    try {
      return Left.open(call.apply(part));
    } catch (ExpungeException.Retryable again) {
      return Left.open(part);
    } catch (ExpungeException.Permanent refusal) {
      return Left.refused(part, refusal);
    }
  }

  private boolean waitedInTime(int attempt, Deadline deadline) {
    Instant next = Backoff.STANDARD.next(scheduler, attempt);
    if (!deadline.allows(next)) {
      return false;
    }
    scheduler.waitUntil(next);
    return true;
  }
}
