package expunge.local.emulator;

import java.net.URI;

/** ElasticMQ, which speaks SQS; queues and messages are in memory. */
public final class ElasticMq extends RunningEmulator {
  private static final String PACKAGE = "org.elasticmq.";

  private ElasticMq(URI endpoint, IsolatedProgram program, Stop stop) {
    super(endpoint, program, stop);
  }

  /**
   * Returns when it answers.
   *
   * @throws EmulatorException if it doesn't start
   */
  public static ElasticMq start(EmulatorHome home, int port) {
    IsolatedProgram program = home.program("elasticmq");
    return starting(
        "ElasticMQ",
        program,
        () -> {
          Object address = program.create(PACKAGE + "NodeAddress", "http", "127.0.0.1", port, "");
          String builder = PACKAGE + "rest.sqs.SQSRestServerBuilder";
          Object configured = program.callStatic(builder, "withInterface", "127.0.0.1");
          configured = program.call(configured, "withPort", port);
          configured = program.call(configured, "withServerAddress", address);
          configured = program.call(configured, "withAWSRegion", REGION);
          Object server = program.call(configured, "start");
          program.call(server, "waitUntilStarted");
          return new ElasticMq(localhost(port), program, () -> program.call(server, "stopAndWait"));
        });
  }
}
