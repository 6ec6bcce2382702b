package expunge.local.system;

import expunge.aws.AwsClients;
import expunge.deletionworker.DeletionWorkerFunction;
import expunge.importworker.ImportWorkerFunction;
import expunge.local.function.FunctionContext;
import expunge.local.function.QueuePoller;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Feeds the workers from their queues, in this process. */
public final class WorkerPool {
  static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final String DELETIONS_ARN =
      "arn:aws:sqs:us-east-1:000000000000:expunge-deletions";

  private static final String IMPORTS_ARN = "arn:aws:sqs:us-east-1:000000000000:expunge-imports";

  private WorkerPool() {}

  /** The same environment, where a worker knows that there are so many of them. */
  public static Map<String, String> shares(Map<String, String> environment, int workers) {
    Map<String, String> shared = new HashMap<>(environment);
    shared.put("EXPUNGE_WORKERS", String.valueOf(workers));
    return shared;
  }

  /**
   * Starts polling the queue of deletions.
   *
   * @param environment as the function finds it in AWS
   * @param queueUrl of the queue to poll
   * @param concurrency how many batches at once
   * @param timeout how long an invocation may take
   */
  public static QueuePoller deleting(
      Map<String, String> environment,
      AwsClients clients,
      String queueUrl,
      int concurrency,
      Duration timeout,
      PrintStream log) {
    return QueuePoller.start(
        clients.sqs(),
        new QueuePoller.Source(queueUrl, DELETIONS_ARN, 1, concurrency),
        new DeletionWorkerFunction(environment, clients, log),
        new FunctionContext("deletion-worker", timeout, Clock.systemUTC(), log::println));
  }

  /** Starts polling the queue of imports; otherwise as {@link #deleting}. */
  public static QueuePoller importing(
      Map<String, String> environment,
      AwsClients clients,
      String queueUrl,
      int concurrency,
      Duration timeout,
      PrintStream log) {
    return QueuePoller.start(
        clients.sqs(),
        new QueuePoller.Source(queueUrl, IMPORTS_ARN, 1, concurrency),
        new ImportWorkerFunction(environment, clients, log),
        new FunctionContext("import-worker", timeout, Clock.systemUTC(), log::println));
  }
}
