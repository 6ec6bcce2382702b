package expunge.simulator.exhaustive;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.Limits;
import expunge.repair.RepairRules;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.scenario.Scenario.Platform;
import expunge.work.WorkerRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two workers and one file of two batches: a profile that is there and one that is not; a
 * duplicate, and another that is there. Around them stand profiles with similar keys that nobody
 * has listed. Who cancels, pauses or resumes is said by the schedule.
 */
public final class SmallScope {
  /** After how many attempts in vain a batch is given up, unless said otherwise. */
  public static final int PATIENCE = 5;

  private static final long MINUTE = 60_000_000;
  private static final int MEBIBYTE = 1 << 20;
  private static final String FILE = "MaestraId\nperson-1\nperson-2\nperson-1\n0person-3\n";
  private static final Set<String> PROFILES =
      Set.of("person-1", "0person-3", "person-3", "0person-1", "person-", "person-11", "PERSON-1");

  private SmallScope() {}

  /** With that file, and nobody else. */
  public static Scenario scenario() {
    return scenario(FILE.getBytes(StandardCharsets.UTF_8), List.of(), PATIENCE);
  }

  /** With another file. */
  public static Scenario scenario(byte[] file) {
    return scenario(file, List.of(), PATIENCE);
  }

  /**
   * With other writers.
   *
   * @param hopelessAfter how many attempts at a batch have to be in vain before it is given up
   */
  public static Scenario scenario(List<Meddling> meddling, int hopelessAfter) {
    return scenario(FILE.getBytes(StandardCharsets.UTF_8), meddling, hopelessAfter);
  }

  private static Scenario scenario(byte[] file, List<Meddling> meddling, int hopelessAfter) {
    return new Scenario(
        0,
        Dataset.byKey("customers", "customers", Identifier.plain("MaestraId", KeyType.TEXT)),
        PROFILES,
        Set.of(),
        List.of(file),
        meddling,
        List.of(),
        false,
        false,
        false,
        platform(hopelessAfter),
        Optional.empty());
  }

  private static Platform platform(int hopelessAfter) {
    return new Platform(
        2,
        1,
        MINUTE,
        MINUTE,
        6 * MINUTE,
        24 * 60 * MINUTE,
        false,
        new Limits(5_000_000, 1_000, MEBIBYTE, 2, MEBIBYTE),
        new WorkerRules(2, 2, 3, hopelessAfter, Duration.ofMinutes(1)),
        List.of(),
        RepairRules.STANDARD);
  }
}
