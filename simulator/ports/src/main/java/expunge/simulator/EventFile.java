package expunge.simulator;

import expunge.intake.ArrivedFile;
import expunge.task.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that the events in {@code events/} are about, a drop and an import of two rows each,
 * and the events, as a test in the folder of a function finds them.
 */
public final class EventFile {
  /** The profiles that it lists. */
  public static final List<String> LISTED = List.of("1000", "1001");

  /** The task of the import. */
  public static final TaskId IMPORT = new TaskId("3p9c1m7ek2vs5h8d0tq4br6gn0");

  /** What is imported. */
  public static final String IMPORTED = "email\nann@example.com\nbob@example.com\n";

  private static final String IMPORT_VERSION = "Qm4tYx8Lr2ZbN7sKc1Vd0HgPf5Wj3EuA";

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

  /** Makes the import and uploads its file; nobody has noticed that yet. */
  public static void upload(MemorySystem system) {
    byte[] content = IMPORTED.getBytes(StandardCharsets.UTF_8);
    String key = system.awaitedImport(IMPORT, "fair.csv").file().version().key();
    system.objects.put(key, IMPORT_VERSION, content, Map.of());
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
