package expunge.deletionworker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.deletion.DeletionWorker;
import expunge.log.JsonLog;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.FileNote;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.task.Ringer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class DeletionWorkerFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final DeletionWorkerHandler handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong in the environment
   */
  public DeletionWorkerFunction() {
    this(System.getenv(), AwsClients.fromEnvironment(), System.out);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public DeletionWorkerFunction(
      Map<String, String> environment, AwsClients clients, PrintStream out) {
    DeletionWorkerConfig config = DeletionWorkerConfig.from(environment);
    Deployment system = config.deployment();
    Scheduler scheduler = new SystemScheduler();
    Log log = new JsonLog("deletion-worker", scheduler, out);
    AwsPorts ports = new AwsPorts(clients, scheduler);
    ObjectStore objects = ports.objectStore(system.bucket());
    DeletionWorker worker =
        new DeletionWorker(
            system.datasets(),
            ports.taskStore(system.tasksTable(), system.retention()),
            objects,
            ports.profileStore(),
            new Ringer(ports.doorbells(system.queueUrl()), scheduler),
            new FileNote(objects, system.apiUrl()),
            scheduler,
            log,
            config.rules());
    this.handler = new DeletionWorkerHandler(worker, scheduler, log, config.margin());
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.handle(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
