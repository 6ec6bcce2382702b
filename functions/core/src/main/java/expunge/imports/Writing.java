package expunge.imports;

import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.work.Left;
import expunge.work.Pacer;
import expunge.work.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the customers of a plan, several to a call, below the ceiling of writes. */
final class Writing {
  private final CustomerStore customers;
  private final Sending sending;
  private final Sending oneByOne;
  private final Pacer pacer;
  private final Scheduler scheduler;

  Writing(CustomerStore customers, Sending sending, Pacer pacer, Scheduler scheduler) {
    this.customers = customers;
    this.sending = sending;
    this.oneByOne = new Sending(scheduler, 1);
    this.pacer = pacer;
    this.scheduler = scheduler;
  }

  /**
   * A row that is to be written.
   *
   * @param row its place in the batch
   */
  record Wanted(int row, Customer customer) {}

  /**
   * Writes rows in their order where they mean the same profile, and notes with the turn what came
   * of each. What the table refuses together, or does not process in half of the time that is left,
   * is sent once more, each alone, and must not keep the rows after it from being tried.
   *
   * @return why the table refused some; empty where it did not, also if time ran out
   */
  Optional<ExpungeException.Permanent> write(Turn turn, List<Wanted> rows) {
    Optional<ExpungeException.Permanent> refusal = Optional.empty();
    for (List<Wanted> round : rounds(rows)) {
      boolean isWhole = true;
      for (List<Wanted> wave : Sending.<Wanted>runsOf(together(turn)).apply(round)) {
        Left<Wanted> left = paced(turn, wave);
        refusal = refusal.or(left::refusal);
        isWhole &= left.open().isEmpty() && left.unsent().isEmpty();
        if (left.unsent().size() == wave.size()) {
          return refusal;
        }
      }
      if (!isWhole) {
        return refusal; // a later row of the same profile comes after the earlier
      }
    }
    return refusal;
  }

  private int together(Turn turn) {
    int most = sending.inFlight() * CustomerStore.CUSTOMERS_PER_CALL;
    int writes = pacer.together(turn.dataset(), most * Customer.MOST_WRITES);
    return Math.max(1, writes / Customer.MOST_WRITES);
  }

  /** Each with every profile once at most. */
  private static List<List<Wanted>> rounds(List<Wanted> rows) {
    List<List<Wanted>> rounds = new ArrayList<>();
    Map<ProfileKey, Integer> times = new HashMap<>();
    for (Wanted row : rows) {
      int round = times.merge(row.customer.key(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(row);
    }
    return rounds;
  }

  private Left<Wanted> paced(Turn turn, List<Wanted> wave) {
    int writes = wave.stream().mapToInt(row -> row.customer.writes()).sum();
    Optional<Instant> start = pacer.reserve(turn.dataset(), writes, turn.deadline());
    if (start.isEmpty()) {
      return Left.unsent(wave);
    }
    scheduler.waitUntil(start.get());
    Left<Wanted> left = send(turn, wave, CustomerStore.CUSTOMERS_PER_CALL);
    List<Wanted> apart = Stream.concat(left.refused().stream(), left.open().stream()).toList();
    return apart.isEmpty()
        ? left
        : Left.unsent(left.unsent()).and(send(turn, apart, 1)); // one may keep nine others back
  }

  /** Transactions that ask the same segment whether it may be joined are in each other's way. */
  private Left<Wanted> send(Turn turn, List<Wanted> wave, int perCall) {
    boolean joins = wave.stream().anyMatch(row -> row.customer.segment().isPresent());
    Deadline half = turn.deadline().halfWayFrom(scheduler.now());
    return (joins ? oneByOne : sending)
        .untilProcessed(wave, Sending.runsOf(perCall), half, part -> sent(turn, part));
  }

  /**
   * Without those that are refused, the others are sent again at once: none of them was written.
   */
  private List<Wanted> sent(Turn turn, List<Wanted> part) {
    List<Wanted> left = part;
    for (int calls = 0; calls < CustomerStore.CUSTOMERS_PER_CALL; calls++) {
      if (left.isEmpty() || (calls > 0 && !turn.deadline().allows(scheduler.now()))) {
        return left;
      }
      int before = left.size();
      CustomerStore.Written answer = call(turn, left);
      left = noted(turn, left, answer);
      if (left.size() == before && answer.missing().isEmpty()) {
        return left;
      }
    }
    return left;
  }

  private CustomerStore.Written call(Turn turn, List<Wanted> rows) {
    List<Customer> wanted = rows.stream().map(Wanted::customer).toList();
    CustomerStore.Written answer = customers.write(turn.dataset(), wanted, scheduler.now());
    for (String segment : answer.missing()) {
      if (turn.deadline().allows(scheduler.now())) {
        customers.openSegment(turn.dataset(), segment);
      }
    }
    return answer;
  }

  private static List<Wanted> noted(Turn turn, List<Wanted> rows, CustomerStore.Written answer) {
    Set<ProfileKey> unprocessed = Set.copyOf(answer.unprocessed());
    List<Wanted> again = new ArrayList<>();
    for (Wanted row : rows) {
      Refusal refusal = answer.refused().get(row.customer.key());
      if (refusal != null) {
        turn.refused(row.row, refusal);
      } else if (unprocessed.contains(row.customer.key())) {
        again.add(row);
      } else {
        turn.wrote(row.row);
      }
    }
    return again;
  }
}
