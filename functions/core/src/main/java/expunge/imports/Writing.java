package expunge.imports;

import expunge.profile.ProfileKey;
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

/** Writes the customers of a plan, several to a call, below the ceiling of writes. */
final class Writing {
  private final CustomerStore customers;
  private final Sending sending;
  private final Pacer pacer;
  private final Scheduler scheduler;

  Writing(CustomerStore customers, Sending sending, Pacer pacer, Scheduler scheduler) {
    this.customers = customers;
    this.sending = sending;
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
   * of each. What the table refuses together is sent once more, each alone.
   *
   * @return why the table refused some; empty where it did not, also if time ran out
   */
  Optional<ExpungeException.Permanent> write(Turn turn, List<Wanted> rows) {
    Optional<ExpungeException.Permanent> refusal = Optional.empty();
    int size =
        pacer.together(turn.dataset(), sending.inFlight() * CustomerStore.CUSTOMERS_PER_CALL);
    for (List<Wanted> round : rounds(rows)) {
      for (List<Wanted> wave : Sending.<Wanted>runsOf(size).apply(round)) {
        Left<Wanted> left = paced(turn, wave);
        refusal = refusal.or(left::refusal);
        if (!left.open().isEmpty() || !left.unsent().isEmpty()) {
          return refusal;
        }
      }
    }
    return refusal;
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
    Optional<Instant> start = pacer.reserve(turn.dataset(), wave.size(), turn.deadline());
    if (start.isEmpty()) {
      return Left.unsent(wave);
    }
    scheduler.waitUntil(start.get());
    Left<Wanted> left = send(turn, wave, CustomerStore.CUSTOMERS_PER_CALL);
    if (left.refused().isEmpty()) {
      return left;
    }
    Left<Wanted> others = new Left<>(left.open(), List.of(), left.unsent(), Optional.empty());
    return others.and(send(turn, left.refused(), 1));
  }

  private Left<Wanted> send(Turn turn, List<Wanted> wave, int perCall) {
    return sending.untilProcessed(
        wave, Sending.runsOf(perCall), turn.deadline(), part -> sent(turn, part));
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
    answer.missing().forEach(segment -> customers.openSegment(turn.dataset(), segment));
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
