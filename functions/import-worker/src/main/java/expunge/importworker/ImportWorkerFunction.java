package expunge.importworker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.aws.Instance;
import expunge.aws.Restorable;
import expunge.imports.CustomerImports;
import expunge.imports.ImportPorts;
import expunge.log.JsonLog;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.FileNote;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.task.Ringer;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import expunge.work.Worker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class ImportWorkerFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Supplier<ImportWorkerHandler> handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong in the environment
   */
  public ImportWorkerFunction() {
    this(System.getenv(), Instance::start, System.out, Core.getGlobalContext()::register);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public ImportWorkerFunction(
      Map<String, String> environment, AwsClients clients, PrintStream out) {
    this(environment, () -> new Instance(clients, new SystemScheduler()), out, _ -> {});
  }

  /**
   * As Lambda makes it, elsewhere.
   *
   * @param instances starts one now, and one after each restore from a snapshot
   * @param checkpoints takes what wants to be told of snapshots
   */
  public ImportWorkerFunction(
      Map<String, String> environment,
      Supplier<Instance> instances,
      PrintStream out,
      Consumer<Resource> checkpoints) {
    this.handler =
        Restorable.of(
            instances,
            (instance, log) -> wired(environment, instance, log),
            instance -> new JsonLog("import-worker", instance.scheduler(), out),
            _ -> {},
            checkpoints);
  }

  private static ImportWorkerHandler wired(
      Map<String, String> environment, Instance instance, Log log) {
    ImportWorkerConfig config = ImportWorkerConfig.from(environment);
    Deployment system = config.deployment();
    Scheduler scheduler = instance.scheduler();
    AwsPorts ports = instance.ports();
    ObjectStore objects = ports.objectStore(system.bucket());
    TaskStore tasks = ports.taskStore(system.tasksTable(), system.retention());
    Ringer ringer = ports.ringer(system.queues());
    Worker worker =
        new Worker(
            TaskKind.IMPORT,
            new CustomerImports(
                system.datasets(),
                tasks,
                objects,
                new ImportPorts(
                    ports.profileStore(),
                    ports.customerStore(),
                    ports.suppressionList(),
                    ports.suppressionKeys(system.secret())),
                scheduler,
                log,
                config.rules()),
            tasks,
            objects,
            ringer,
            new FileNote(objects, system.apiUrl()),
            scheduler,
            log);
    return new ImportWorkerHandler(worker, scheduler, log, config.margin());
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.get().handle(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
