package expunge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** On which port of 127.0.0.1 each service listens. */
public final class Ports {
  private static final InetAddress HOST = InetAddress.ofLiteral("127.0.0.1");

  /** What listens, the port that people expect it on, and the option that moves it. */
  public enum Service {
    S3(9090, "--s3-port"),
    SQS(9324, "--sqs-port"),
    DYNAMODB(8000, "--dynamodb-port"),
    API(3000, "--api-port");

    private final int usualPort;
    private final String option;

    Service(int usualPort, String option) {
      this.usualPort = usualPort;
      this.option = option;
    }

    public int usualPort() {
      return usualPort;
    }

    public String option() {
      return option;
    }
  }

  private final Map<Service, Integer> ports;

  private Ports(Map<Service, Integer> ports) {
    this.ports = new EnumMap<>(ports);
  }

  /** 9090, 9324, 8000 and 3000. */
  public static Ports usual() {
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, service.usualPort());
    }
    return new Ports(ports);
  }

  /** A free port for each service; another program might still take one before it is used. */
  public static Ports free() {
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    try (ServerSocket s3 = listenOn(0);
        ServerSocket sqs = listenOn(0);
        ServerSocket dynamoDb = listenOn(0);
        ServerSocket api = listenOn(0)) {
      ports.put(Service.S3, s3.getLocalPort());
      ports.put(Service.SQS, sqs.getLocalPort());
      ports.put(Service.DYNAMODB, dynamoDb.getLocalPort());
      ports.put(Service.API, api.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ports(ports);
  }

  /**
   * The same ports but for one service.
   *
   * @throws LocalProblem if the port is not from 1 to 65535
   */
  public Ports with(Service service, int port) {
    if (port < 1 || port > 65_535) {
      throw new LocalProblem(
          "%s %d: a port is a number from 1 to 65535.".formatted(service.option(), port));
    }
    Ports changed = new Ports(ports);
    changed.ports.put(service, port);
    return changed;
  }

  public int of(Service service) {
    return ports.getOrDefault(service, service.usualPort());
  }

  /**
   * Tells early, and in words for a user, that a port can't be had.
   *
   * @throws LocalProblem if the port of one of these services can't be listened on, be it taken or
   *     forbidden, or two of them were given the same one
   */
  public void requireFree(Service... services) {
    Map<Integer, Service> seen = new HashMap<>();
    for (Service service : services) {
      Service other = seen.putIfAbsent(of(service), service);
      if (other != null) {
        throw refusal(service, "was given to " + other + " too");
      }
      tryPort(service);
    }
  }

  private void tryPort(Service service) {
    try (ServerSocket socket = listenOn(of(service))) {
      socket.getLocalPort();
    } catch (IOException failure) {
      throw refusal(service, "can't be had (" + failure.getMessage() + ")");
    }
  }

  private LocalProblem refusal(Service service, String why) {
    return new LocalProblem(
        "Port %d, meant for %s, %s: free it, choose another with %s, or let all be chosen with --ports auto."
            .formatted(of(service), service, why, service.option()));
  }

  private static ServerSocket listenOn(int port) throws IOException {
    return new ServerSocket(port, 0, HOST);
  }
}
