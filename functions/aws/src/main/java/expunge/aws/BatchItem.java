package expunge.aws;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.batch.Commit;
import expunge.batch.Kept;
import expunge.batch.Lease;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.task.TaskId;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A batch as the attributes of its record, and back. */
final class BatchItem {
  /** The largest number that the name of a record has room for. */
  static final int LARGEST_NUMBER = 99_999_999;

  private static final String PREFIX = "BATCH#";

  private BatchItem() {}

  /** The record's place under its task: as text, records sort as their numbers. */
  static String record(int number) {
    return String.format(Locale.ROOT, "%s%08d", PREFIX, number);
  }

  /** The key of the record. */
  static Map<String, AttributeValue> key(TaskId id, int number) {
    return new ItemWriter()
        .text(TasksTable.TASK_ID, id.value())
        .text(TasksTable.RECORD, record(number))
        .attributes();
  }

  /** Of a batch that nobody has worked on; everything else comes by updates. */
  static Map<String, AttributeValue> write(TaskId id, Batch fresh) {
    return ItemWriter.record()
        .text(TasksTable.TASK_ID, id.value())
        .text(TasksTable.RECORD, record(fresh.number()))
        .all(FileItems.write(fresh.rows().slice()))
        .number("invalid", fresh.rows().invalid())
        .bytes("duplicates", DuplicatesBytes.write(fresh.rows().duplicates()))
        .number("attempts", fresh.progress().attempts())
        .number("stalls", fresh.progress().stalls())
        .number("planned", fresh.progress().planned())
        .attributes();
  }

  /** How far its plan is carried out; all of it, since it takes the place of what was there. */
  static ItemWriter write(Reached reached) {
    return new ItemWriter()
        .number("planned", reached.profiles())
        .number("linkedRecords", reached.linkedRecords())
        .bytes("kept", BitSetsBytes.write(reached.kept().held(), reached.kept().changed()));
  }

  /** What a commit adds to the record. */
  static ItemWriter write(Commit commit) {
    return new ItemWriter()
        .map("counts", BalanceItem.write(commit.counts()))
        .number("profilesDeleted", commit.profilesDeleted())
        .text("reportPart", commit.reportPart());
  }

  /**
   * @throws expunge.run.ExpungeException.Permanent if the record is broken or of an unknown version
   */
  static Batch read(Map<String, AttributeValue> record) {
    return ItemReader.read(record, BatchItem::batch);
  }

  /** Who committed it; empty where it is not final, or was closed by whoever. */
  static Optional<String> committedBy(Map<String, AttributeValue> record) {
    return ItemReader.read(record, reader -> reader.optionalText("committedBy"));
  }

  private static Batch batch(ItemReader record) {
    return new Batch(
        Integer.parseInt(record.text(TasksTable.RECORD).substring(PREFIX.length())),
        new BatchRows(
            FileItems.slice(record),
            record.integer("invalid"),
            DuplicatesBytes.read(record.bytes("duplicates"))),
        new Progress(record.integer("attempts"), record.integer("stalls"), reached(record)),
        record.optionalText("leaseOwner").map(owner -> new Lease(owner, record.time("leaseUntil"))),
        record.optionalBytes("plan").map(PlanBytes::read),
        record.optionalMap("counts").map(counts -> commit(record, counts)));
  }

  private static Reached reached(ItemReader record) {
    return new Reached(
        record.integer("planned"),
        record.optionalNumber("linkedRecords").orElse(0L),
        record.optionalBytes("kept").map(BatchItem::kept).orElse(Kept.NONE));
  }

  private static Kept kept(byte[] bytes) {
    BitSet[] both = BitSetsBytes.read(ByteBuffer.wrap(bytes));
    return new Kept(both[0], both[1]);
  }

  private static Commit commit(ItemReader record, ItemReader counts) {
    return new Commit(
        BalanceItem.read(counts), record.number("profilesDeleted"), record.text("reportPart"));
  }
}
