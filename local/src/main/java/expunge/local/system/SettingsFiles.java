package expunge.local.system;

import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a running system's settings where people and tools look for them. */
final class SettingsFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SettingsFiles() {}

  /**
   * Writes {@code local.env} and {@code sam-env.json}, whatever was there before.
   *
   * @throws IOException if the folder can't be written to
   */
  static void write(Path folder, LocalSettings settings) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("local.env"), exports(settings.clientEnvironment()));
    Files.writeString(
        folder.resolve("sam-env.json"),
        JSON.toJson(Map.of("Parameters", settings.functionEnvironment())) + "\n");
  }

  private static String exports(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
