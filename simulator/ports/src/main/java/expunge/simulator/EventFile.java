package expunge.simulator;

import expunge.intake.ArrivedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file that the events in {@code events/} are about, a drop of two rows, and the events, as a
 * test in the folder of a function finds them.
 */
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

  /** The names of all events for a function, by the name of its module. */
  public static List<String> namesOfAll(String module) throws IOException {
    try (Stream<Path> files = Files.list(folderOf(module))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** The text of an event for a function. */
  public static String read(String module, String name) throws IOException {
    return Files.readString(folderOf(module).resolve(name));
  }

  private static Path folderOf(String module) {
    return Path.of("..", "..", "events", module);
  }
}
