package expunge.aws;

import expunge.run.Scheduler;
import expunge.run.SystemScheduler;

/**
 * What belongs to one running instance of a function: connections and credentials, clock and dice.
 * Instances that wake from the same snapshot must not share them, or two of them would make the
 * same ids and take each other's leases for their own.
 */
public record Instance(AwsClients clients, Scheduler scheduler) implements AutoCloseable {
  /**
   * A new one, with the region, credentials and endpoints that the SDK finds in its environment.
   *
   * @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
   */
  public static Instance start() {
    return new Instance(AwsClients.fromEnvironment(), new SystemScheduler());
  }

  /** The core's ports on this instance. */
  public AwsPorts ports() {
    return new AwsPorts(clients, scheduler);
  }

  /** Closes the clients; no port works any more. */
  @Override
  public void close() {
    clients.close();
  }
}
