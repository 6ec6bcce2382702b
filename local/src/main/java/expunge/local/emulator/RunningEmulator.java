package expunge.local.emulator;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the three have in common: an address, a program and a way to stop it. */
abstract sealed class RunningEmulator implements Emulator permits DynamoDbLocal, ElasticMq, S3Mock {
  static final String REGION = "us-east-1";

  private final URI endpoint;
  private final IsolatedProgram program;
  private final Stop stop;
  private final AtomicBoolean closed = new AtomicBoolean();

  interface Stop {
    void run() throws Exception;
  }

  RunningEmulator(URI endpoint, IsolatedProgram program, Stop stop) {
    this.endpoint = endpoint;
    this.program = program;
    this.stop = stop;
  }

  static URI localhost(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts inside the program's class loader. */
  static <T> T starting(String name, IsolatedProgram program, Callable<T> start) {
    try {
      return program.inside(start);
    } catch (Exception e) {
      throw new EmulatorException(name + " doesn't start", e);
    }
  }

  @Override
  public final URI endpoint() {
    return endpoint;
  }

  @Override
  public final void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      program.inside(
          () -> {
            stop.run();
            return true;
          });
    } catch (Exception e) {
      throw new IllegalStateException("an emulator doesn't stop", e);
    }
  }
}
