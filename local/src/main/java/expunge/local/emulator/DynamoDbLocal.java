package expunge.local.emulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * DynamoDB Local. Its server is put together here from its own parts, as its own start method would
 * listen on all addresses and send telemetry.
 */
public final class DynamoDbLocal extends RunningEmulator {
  private static final String PACKAGE = "software.amazon.dynamodb.services.local.server.";

  private DynamoDbLocal(URI endpoint, IsolatedProgram program, Stop stop) {
    super(endpoint, program, stop);
  }

  /**
   * Returns when it answers. All access keys and regions see the same tables.
   *
   * @param store an existing directory for its data, which the next start finds again; in memory
   *     when empty
   * @throws EmulatorException if it doesn't start
   */
  public static DynamoDbLocal start(EmulatorHome home, int port, Optional<Path> store) {
    IsolatedProgram program = home.program("dynamodb-local");
    return starting(
        "DynamoDB Local",
        program,
        () -> {
          Object requests =
              program.create(
                  PACKAGE + "LocalDynamoDBRequestHandler",
                  0,
                  store.isEmpty(),
                  store.map(path -> path.toAbsolutePath().toString()).orElse(null),
                  true,
                  false);
          Object handler = program.create(PACKAGE + "LocalDynamoDBServerHandler", requests, "*");
          Object server =
              program.create(
                  "org.eclipse.jetty.server.Server",
                  new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
          program.call(server, "setHandler", handler);
          program.call(server, "start");
          return new DynamoDbLocal(
              localhost(port),
              program,
              () -> {
                program.call(server, "stop");
                program.call(handler, "close");
              });
        });
  }
}
