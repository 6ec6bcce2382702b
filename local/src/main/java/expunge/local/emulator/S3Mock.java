package expunge.local.emulator;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** S3Mock; its objects lie below the home's work directory and go when it is closed. */
public final class S3Mock extends RunningEmulator {
  // Tomcat registers a handler of URLs that a process takes only once; it can do without.
  private static final String URL_HANDLERS =
      "org.apache.catalina.webresources.TomcatURLStreamHandlerFactory";
  private static final String APPLICATION = "com.adobe.testing.s3mock.S3MockApplication";

  /** Held here, as java.util.logging itself keeps its loggers by weak references only. */
  private static final Logger SERVER_LOG = Logger.getLogger("org.apache");

  private S3Mock(URI endpoint, IsolatedProgram program, Stop stop) {
    super(endpoint, program, stop);
  }

  /**
   * Returns when it answers.
   *
   * @param port 0 for any free one
   * @throws EmulatorException if it doesn't start
   */
  public static S3Mock start(EmulatorHome home, int port) {
    sendServerLogTo(home.log("s3mock-server"));
    IsolatedProgram program = home.program("s3mock");
    return starting(
        "S3Mock",
        program,
        () -> {
          program.callStatic(URL_HANDLERS, "disable");
          Object application =
              program.callStatic(APPLICATION, "start", settings(home, port), new String[0]);
          closeSecondListener(program, application);
          Object actualPort = program.call(application, "getPort");
          return new S3Mock(
              localhost((int) actualPort), program, () -> program.call(application, "stop"));
        });
  }

  private static Map<String, Object> settings(EmulatorHome home, int port) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", port);
    settings.put("server.ssl.enabled", false);
    settings.put("http.port", 0);
    settings.put("silent", true);
    // It is stopped in its order by us; its own hook would get in between on Ctrl-C.
    settings.put("spring.main.register-shutdown-hook", false);
    settings.put("logging.file.name", home.log("s3mock").toString());
    settings.put("logging.threshold.console", "OFF");
    settings.put("com.adobe.testing.s3mock.max-payload-size", "6GB");
    settings.put("com.adobe.testing.s3mock.store.region", REGION);
    settings.put("com.adobe.testing.s3mock.store.root", store(home).toString());
    return settings;
  }

  /** A new directory; those of processes that were killed are removed. */
  private static Path store(EmulatorHome home) {
    Path stores = home.directory("s3");
    try (Stream<Path> all = Files.list(stores)) {
      all.filter(store -> !isInUse(store)).forEach(S3Mock::remove);
      return Files.createTempDirectory(stores, ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInUse(Path store) {
    String name = store.getFileName().toString();
    long process = Long.parseLong(name.substring(0, name.indexOf('-')));
    return ProcessHandle.of(process).isPresent();
  }

  private static void remove(Path store) {
    try (Stream<Path> files = Files.walk(store)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its web server logs by java.util.logging, which is one for the whole process. */
  private static synchronized void sendServerLogTo(Path file) {
    if (SERVER_LOG.getHandlers().length > 0) {
      return;
    }
    try {
      Handler handler = new FileHandler(file.toString());
      handler.setFormatter(new SimpleFormatter());
      SERVER_LOG.addHandler(handler);
      SERVER_LOG.setUseParentHandlers(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It opens a further listener, on all addresses, and offers no setting to prevent it. */
  private static void closeSecondListener(IsolatedProgram program, Object application)
      throws ReflectiveOperationException {
    Field listener = application.getClass().getDeclaredField("httpConnector");
    listener.setAccessible(true);
    Object connector = listener.get(application);
    program.call(connector, "stop");
    program.call(connector, "destroy");
  }
}
