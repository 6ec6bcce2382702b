package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.batch.Commit;
import expunge.batch.Duplicate;
import expunge.batch.Kept;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.file.Slice;
import expunge.run.ExpungeException;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BatchItemTest {
  private static final TaskId TASK = new TaskId("0123456789abcdefghijklmnop");
  private static final BatchRows ROWS =
      new BatchRows(
          new Slice(4_999_000_000L, 12_000, 9_000_001, 1_000),
          3,
          List.of(new Duplicate(7, 2), new Duplicate(999, 9_000_005)));

  @Test
  void aFreshBatchIsReadAsItWasWritten() {
    Batch batch = Batch.fresh(42, ROWS);
    assertThat(BatchItem.read(BatchItem.write(TASK, batch))).isEqualTo(batch);
  }

  @Test
  void recordsSortAsTheirNumbers() {
    assertThat(BatchItem.record(42)).isEqualTo("BATCH#00000042").isLessThan(BatchItem.record(100));
  }

  @Test
  void aFinalBatchOfVersion1StaysReadable() {
    Map<String, AttributeValue> record = Fixtures.record("batch-v1.json");
    BitSet found = new BitSet();
    found.set(0);
    found.set(9);
    assertThat(BatchItem.read(record))
        .isEqualTo(
            new Batch(
                42,
                new BatchRows(new Slice(10, 90, 2, 10), 1, List.of(new Duplicate(3, 2))),
                new Progress(2, 1, Reached.deleted(2)),
                Optional.of(new Lease("owner", Instant.parse("2026-01-01T00:15:00.250Z"))),
                Optional.of(new Plan.ByKey(found)),
                Optional.of(
                    new Commit(
                        Balance.EMPTY.plus(Outcome.DELETED, 2).plus(Outcome.NOT_FOUND, 6),
                        2,
                        "results/0123456789abcdefghijklmnop/parts/42-2"))));
    assertThat(BatchItem.committedBy(record)).contains("owner");
  }

  @Test
  void aBatchOfVersion1WithItsPlanInAnObjectStaysReadable() {
    BitSet held = new BitSet();
    held.set(1);
    BitSet changed = new BitSet();
    changed.set(2);
    assertThat(BatchItem.read(Fixtures.record("batch-with-linked-v1.json")))
        .isEqualTo(
            new Batch(
                42,
                new BatchRows(new Slice(10, 90, 2, 10), 0, List.of()),
                new Progress(3, 0, new Reached(7, 5_000_000_000L, new Kept(held, changed))),
                Optional.empty(),
                Optional.of(new Plan.InObject("work/t/42", "5a".repeat(32), 12)),
                Optional.empty()));
  }

  @Test
  void whatIsReachedIsReadAsItWasWritten() {
    BitSet held = new BitSet();
    held.set(999);
    for (Reached reached :
        List.of(
            Reached.NOTHING,
            Reached.deleted(7),
            new Reached(7, 1L << 40, new Kept(held, new BitSet())),
            new Reached(7, 0, new Kept(new BitSet(), held)))) {
      Map<String, AttributeValue> record =
          new HashMap<>(BatchItem.write(TASK, Batch.fresh(1, ROWS)));
      record.putAll(BatchItem.write(reached).attributes());
      assertThat(BatchItem.read(record).progress().reached()).isEqualTo(reached);
    }
  }

  @Test
  void whatWasKeptIsRefusedWhereItIsCutOff() {
    for (byte[] bytes :
        List.of(new byte[0], new byte[] {0, 0, 0, 2, 1}, new byte[] {-1, 0, 0, 0})) {
      Map<String, AttributeValue> record =
          new HashMap<>(BatchItem.write(TASK, Batch.fresh(1, ROWS)));
      record.put("kept", AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
      assertThatThrownBy(() -> BatchItem.read(record))
          .isInstanceOf(ExpungeException.Permanent.class);
    }
  }

  @Test
  void aRecordOfAnotherVersionIsRefused() {
    Map<String, AttributeValue> record = new HashMap<>(BatchItem.write(TASK, Batch.fresh(1, ROWS)));
    record.put("version", AttributeValue.fromN("2"));
    assertThatThrownBy(() -> BatchItem.read(record))
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageContaining("unknown version");
  }

  @Test
  void aBrokenRecordIsRefused() {
    for (String attribute : List.of("version", "start", "duplicates", "attempts", "record")) {
      Map<String, AttributeValue> record =
          new HashMap<>(BatchItem.write(TASK, Batch.fresh(1, ROWS)));
      record.put(attribute, AttributeValue.fromBool(true));
      assertThatThrownBy(() -> BatchItem.read(record))
          .as(attribute)
          .isInstanceOf(ExpungeException.Permanent.class);
    }
  }
}
