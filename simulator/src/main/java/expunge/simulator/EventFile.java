package expunge.simulator;

import expunge.intake.ArrivedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file that the events in {@code events/} are about: a drop of two rows, and its task. */
public final class EventFile {
  /** The profiles that it lists. */
  public static final List<String> LISTED = List.of("1000", "1001");

  private static final String KEY = "drop/customers/spring clean+up.csv";
  private static final String VERSION = "CLHysUnTiAg79Bi3itn5Dx2vkLQJtftd";
  private static final String CONTENT = "MaestraId\n" + String.join("\n", LISTED) + "\n";

  private EventFile() {}

  /** Puts it and the profiles where they belong; nobody has noticed the file yet. */
  public static ArrivedFile drop(MemorySystem system) {
    system.addProfiles(LISTED);
    system.objects.put(KEY, VERSION, CONTENT.getBytes(StandardCharsets.UTF_8), Map.of());
    return new ArrivedFile(MemorySystem.BUCKET, KEY, Optional.of(VERSION));
  }
}
