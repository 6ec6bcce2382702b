package expunge.housekeeping;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.aws.Instance;
import expunge.aws.Restorable;
import expunge.deletion.Deletions;
import expunge.deletion.People;
import expunge.imports.CustomerImports;
import expunge.imports.ImportPorts;
import expunge.intake.Intake;
import expunge.log.JsonLog;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.repair.Repair;
import expunge.report.FileNote;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.suppression.SuppressionKeys;
import expunge.task.Ringer;
import expunge.task.TaskStore;
import expunge.work.DeadLetters;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class HousekeepingFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Supplier<HousekeepingHandler> handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong in the environment
   */
  public HousekeepingFunction() {
    this(System.getenv(), Instance::start, System.out, Core.getGlobalContext()::register);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public HousekeepingFunction(
      Map<String, String> environment, AwsClients clients, PrintStream out) {
    this(environment, () -> new Instance(clients, new SystemScheduler()), out, _ -> {});
  }

  /**
   * As Lambda makes it, elsewhere.
   *
   * @param instances starts one now, and one after each restore from a snapshot
   * @param checkpoints takes what wants to be told of snapshots
   */
  public HousekeepingFunction(
      Map<String, String> environment,
      Supplier<Instance> instances,
      PrintStream out,
      Consumer<Resource> checkpoints) {
    this.handler =
        Restorable.of(
            instances,
            (instance, log) -> wired(environment, instance, log),
            instance -> new JsonLog("housekeeping", instance.scheduler(), out),
            _ -> {},
            checkpoints);
  }

  private static HousekeepingHandler wired(
      Map<String, String> environment, Instance instance, Log log) {
    HousekeepingConfig config = HousekeepingConfig.from(environment);
    Deployment system = config.deployment();
    Scheduler scheduler = instance.scheduler();
    AwsPorts ports = instance.ports();
    TaskStore tasks = ports.taskStore(system.tasksTable(), system.retention());
    ObjectStore objects = ports.objectStore(system.bucket());
    ProfileStore profiles = ports.profileStore();
    Ringer ringer = ports.ringer(system.queues());
    FileNote note = new FileNote(objects, system.apiUrl());
    Intake intake =
        new Intake(
            system.datasets(),
            tasks,
            objects,
            profiles,
            ringer,
            note,
            scheduler,
            log,
            config.intake());
    Repair repair =
        new Repair(tasks, objects, intake, ringer, note, scheduler, log, config.repair());
    Deletions deletions =
        new Deletions(
            system.datasets(),
            tasks,
            objects,
            new People(profiles, ports.linkedStore()),
            ringer,
            scheduler,
            log,
            config.workers());
    CustomerImports imports =
        new CustomerImports(
            system.datasets(),
            tasks,
            objects,
            new ImportPorts(
                profiles, ports.customerStore(), ports.suppressionList(), SuppressionKeys.NONE),
            scheduler,
            log,
            config.workers());
    DeadLetters deadLetters =
        new DeadLetters(
            kind ->
                switch (kind) {
                  case DELETION -> deletions;
                  case IMPORT -> imports;
                },
            tasks,
            objects,
            ringer,
            note,
            scheduler,
            log,
            config.workers());
    return new HousekeepingHandler(repair, deadLetters, scheduler, log, config.margin());
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.get().handle(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
