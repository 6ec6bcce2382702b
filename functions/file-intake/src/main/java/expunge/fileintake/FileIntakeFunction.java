package expunge.fileintake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.aws.Instance;
import expunge.aws.Restorable;
import expunge.intake.Intake;
import expunge.log.JsonLog;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.FileNote;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class FileIntakeFunction implements RequestHandler<S3Event, @Nullable Void> {
  private final Supplier<FileIntakeHandler> handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong in the environment
   */
  public FileIntakeFunction() {
    this(System.getenv(), Instance::start, System.out, Core.getGlobalContext()::register);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public FileIntakeFunction(Map<String, String> environment, AwsClients clients, PrintStream out) {
    this(environment, () -> new Instance(clients, new SystemScheduler()), out, _ -> {});
  }

  /**
   * As Lambda makes it, elsewhere.
   *
   * @param instances starts one now, and one after each restore from a snapshot
   * @param checkpoints takes what wants to be told of snapshots
   */
  public FileIntakeFunction(
      Map<String, String> environment,
      Supplier<Instance> instances,
      PrintStream out,
      Consumer<Resource> checkpoints) {
    this.handler =
        Restorable.of(
            instances,
            (instance, log) -> wired(environment, instance, log),
            instance -> new JsonLog("file-intake", instance.scheduler(), out),
            _ -> {},
            checkpoints);
  }

  private static FileIntakeHandler wired(
      Map<String, String> environment, Instance instance, Log log) {
    FileIntakeConfig config = FileIntakeConfig.from(environment);
    Deployment system = config.deployment();
    Scheduler scheduler = instance.scheduler();
    AwsPorts ports = instance.ports();
    ObjectStore objects = ports.objectStore(system.bucket());
    Intake intake =
        new Intake(
            system.datasets(),
            ports.taskStore(system.tasksTable(), system.retention()),
            objects,
            ports.profileStore(),
            ports.ringer(system.queues()),
            new FileNote(objects, system.apiUrl()),
            scheduler,
            log,
            config.rules());
    return new FileIntakeHandler(intake, log);
  }

  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    handler.get().handle(event);
    return null;
  }
}
