package expunge.simulator.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import expunge.report.FileNote;
import expunge.report.ResultKeys;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The texts that come from outside besides files: a message's body, and what lies where a note
 * belongs.
 */
class MessageFuzzTest {
  private static final Set<String> RULES =
      Set.of(
          "a doorbell must be a JSON object",
          "a doorbell must have at most 1,000 characters",
          "the version of a doorbell must be 1",
          "the taskId of a doorbell must be a task id",
          "the batch of a doorbell must be a whole number from 1");

  @FuzzTest
  void aForeignTextIsRefusedOrReadAndNeverQuoted(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    isADoorbellOrBreaksARule(text);
    isALaterNoteOrWrittenOver(text);
  }

  private static void isADoorbellOrBreaksARule(String text) {
    try {
      Doorbell bell = DoorbellMessage.parse(text);
      Claim.same(DoorbellMessage.parse(DoorbellMessage.write(bell)), bell, "the bell");
    } catch (DoorbellMessage.Malformed malformed) {
      Claim.holds(RULES.contains(String.valueOf(malformed.getMessage())), "only the rule is told");
      Claim.holds(malformed.getCause() == null, "the parser's words are not passed on");
    }
  }

  private static void isALaterNoteOrWrittenOver(String text) {
    MemorySystem system = new MemorySystem(Samples.customers(), 1);
    Task task = Samples.staging("drop/a.csv");
    String key = ResultKeys.byFile("drop/a.csv");
    system.objects.put(key, text);
    new FileNote(system.objects, "").write(task);
    String note = system.objects.text(key);
    Claim.holds(
        note.equals(text) || note.contains(task.id().value()), "a note stands or is written over");
  }
}
