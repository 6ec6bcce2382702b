package expunge.simulator.exhaustive;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.deletion.WorkerRules;
import expunge.file.Limits;
import expunge.repair.RepairRules;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.scenario.Scenario.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Two workers and one file of two batches: a profile that is there and one that is not; a
 * duplicate, and another that is there. Around them stand profiles with similar keys that nobody
 * has listed.
 */
final class SmallScope {
  private static final long MINUTE = 60_000_000;
  private static final int MEBIBYTE = 1 << 20;
  private static final String FILE = "MaestraId\nperson-1\nperson-2\nperson-1\n0person-3\n";
  private static final Set<String> PROFILES =
      Set.of("person-1", "0person-3", "person-3", "0person-1", "person-", "person-11", "PERSON-1");

  private SmallScope() {}

  static Scenario scenario() {
    Identifier key = new Identifier("MaestraId", KeyType.TEXT, Optional.empty());
    return new Scenario(
        0,
        new Dataset("customers", "customers", key, List.of(), OptionalInt.empty()),
        PROFILES,
        Set.of(),
        List.of(FILE.getBytes(StandardCharsets.UTF_8)),
        List.of(),
        List.of(),
        false,
        false,
        false,
        platform());
  }

  private static Platform platform() {
    return new Platform(
        2,
        1,
        MINUTE,
        MINUTE,
        6 * MINUTE,
        24 * 60 * MINUTE,
        false,
        new Limits(5_000_000, 1_000, MEBIBYTE, 2, MEBIBYTE),
        new WorkerRules(2, 2, 3, 5, Duration.ofMinutes(1)),
        List.of(),
        RepairRules.STANDARD);
  }
}
