package expunge.aws;

import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.task.TaskId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one worker at a time does to a batch's record before its commit. */
final class BatchWork {
  private static final String NOT_FINAL = "attribute_not_exists(#counts)";
  private static final String OWNED = "#leaseOwner = :owner";

  private final Records records;

  BatchWork(Records records) {
    this.records = records;
  }

  Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
    Write write =
        Write.when(NOT_FINAL)
            .and("attribute_not_exists(#leaseOwner) OR #leaseUntil <= :now")
            .and("NOT (#leaseOwner = :leaseOwner AND #leaseUntil = :leaseUntil)")
            .assign(fields(lease))
            .assign("#attempts = #attempts + :one")
            .assign("#stalls = #stalls + :one")
            .given(new ItemWriter().number(":one", 1).time(":now", now));
    Lease stored = new Lease(lease.owner(), lease.until().truncatedTo(ChronoUnit.MILLIS));
    return madeOr(
        records.change(BatchItem.key(id, number), write),
        batch -> batch.lease().filter(stored::equals).isPresent());
  }

  Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
    Write write =
        Write.when(NOT_FINAL)
            .and(OWNED)
            .and("attribute_not_exists(#plan)")
            .assign(new ItemWriter().bytes("plan", PlanBytes.write(plan)).number("stalls", 0))
            .given(new ItemWriter().text(":owner", owner));
    return madeOr(
        records.change(BatchItem.key(id, number), write),
        batch -> batch.isLeasedBy(owner) && batch.plan().isPresent());
  }

  /**
   * Two calls, of which the first only reads: while the owner holds the lease, nobody else changes
   * the progress.
   */
  boolean handBack(
      TaskId id, int number, String owner, Reached more, Optional<Instant> restsUntil) {
    Map<String, AttributeValue> key = BatchItem.key(id, number);
    Optional<Progress> reached =
        records
            .find(key)
            .map(BatchItem::read)
            .filter(batch -> batch.isLeasedBy(owner))
            .map(batch -> batch.progress().reached(more));
    return reached.isPresent()
        && records.change(key, handBack(owner, reached.get(), restsUntil)).isMade();
  }

  private static Write handBack(String owner, Progress reached, Optional<Instant> restsUntil) {
    Write write =
        Write.when(NOT_FINAL)
            .and(OWNED)
            .assign(BatchItem.write(reached.reached()).number("stalls", reached.stalls()))
            .given(new ItemWriter().text(":owner", owner));
    return restsUntil
        .map(Lease::rest)
        .map(rest -> write.assign(fields(rest)))
        .orElseGet(() -> write.remove("#leaseOwner, #leaseUntil"));
  }

  private static ItemWriter fields(Lease lease) {
    return new ItemWriter().text("leaseOwner", lease.owner()).time("leaseUntil", lease.until());
  }

  private static Optional<Batch> madeOr(Change change, Predicate<Batch> standsAnyway) {
    return switch (change) {
      case Change.Made made -> Optional.of(BatchItem.read(made.record()));
      case Change.Refused refused ->
          refused
              .record()
              .map(BatchItem::read)
              .filter(batch -> !batch.isFinal())
              .filter(standsAnyway);
    };
  }
}
