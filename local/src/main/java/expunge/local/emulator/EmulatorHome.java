package expunge.local.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the emulators' programs lie and where they may write. A program that is started once more
 * in the same process goes on with the log of its first start.
 *
 * @param root the root of the built project, below which each emulator's libraries are
 * @param work for logs, settings and temporary files; made when missing ({@code .expunge})
 */
public record EmulatorHome(Path root, Path work) {
  /** ElasticMQ's actors would end this whole process on an error that they think fatal. */
  private static final String PEKKO =
      """
      pekko.jvm-exit-on-fatal-error = off
      pekko.loglevel = "INFO"
      """;

  /** Makes both absolute, as the programs resolve relative paths each in their own way. */
  public EmulatorHome {
    root = root.toAbsolutePath().normalize();
    work = work.toAbsolutePath().normalize();
  }

  Path log(String name) {
    return directory("log").resolve(name + ".log");
  }

  /** An existing directory below {@code work}. */
  Path directory(String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IsolatedProgram program(String name) {
    Path settings = directory("settings/" + name);
    try {
      Files.writeString(settings.resolve("simplelogger.properties"), slf4j(log(name)));
      Files.writeString(settings.resolve("log4j2.xml"), log4j(log(name)));
      Files.writeString(settings.resolve("application.conf"), PEKKO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return IsolatedProgram.of(settings, root.resolve("local/emulators/" + name + "/target/lib"));
  }

  private static String slf4j(Path log) {
    return """
    org.slf4j.simpleLogger.logFile=%s
    org.slf4j.simpleLogger.defaultLogLevel=info
    org.slf4j.simpleLogger.showDateTime=true
    org.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS
    """
        .formatted(log.toString().replace("\\", "\\\\"));
  }

  private static String log4j(Path log) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Configuration status="OFF">
      <Appenders>
        <File name="file" fileName="%s">
          <PatternLayout pattern="%%d %%p %%c{1} %%m%%n"/>
        </File>
      </Appenders>
      <Loggers>
        <Root level="WARN">
          <AppenderRef ref="file"/>
        </Root>
      </Loggers>
    </Configuration>
    """
        .formatted(inXml(log.toString()));
  }

  private static String inXml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
