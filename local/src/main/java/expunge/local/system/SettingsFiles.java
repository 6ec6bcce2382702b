package expunge.local.system;

import expunge.aws.SuppressionSecret;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a running system's settings where people and tools look for them. */
final class SettingsFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LOCAL_ENV = "local.env";
  private static final String SAM_ENV = "sam-env.json";

  private SettingsFiles() {}

  /**
   * Writes {@code local.env} and {@code sam-env.json}, whatever was there before. The second is for
   * functions in containers, which share this machine's network but none of its files.
   *
   * @throws IOException if the folder can't be written to, or the declaration or the key can't be
   *     read
   */
  static void write(Path folder, LocalSettings settings) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(LOCAL_ENV), exports(settings.clientEnvironment()));
    Files.writeString(
        folder.resolve(SAM_ENV),
        JSON.toJson(Map.of("Parameters", containerEnvironment(settings))) + "\n");
  }

  private static Map<String, String> containerEnvironment(LocalSettings settings)
      throws IOException {
    Map<String, String> variables = new LinkedHashMap<>(settings.functionEnvironment());
    Map<String, Object> declaration = JSON.fromJsonObject(Files.readString(settings.datasets()));
    variables.put("EXPUNGE_DATASETS", JSON.toJson(declaration));
    variables.put(
        "EXPUNGE_SUPPRESSION_KEY",
        SuppressionSecret.LITERAL + Files.readString(settings.suppressionKey()));
    return variables;
  }

  /** Removes both, which name ports and keys that are no more; what is not there is no fault. */
  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(LOCAL_ENV));
    Files.deleteIfExists(folder.resolve(SAM_ENV));
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
