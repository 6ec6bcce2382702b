package expunge.fileintake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.intake.Intake;
import expunge.log.JsonLog;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.FileNote;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.task.Ringer;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class FileIntakeFunction implements RequestHandler<S3Event, @Nullable Void> {
  private final FileIntakeHandler handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong in the environment
   */
  public FileIntakeFunction() {
    this(System.getenv(), AwsClients.fromEnvironment(), System.out);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public FileIntakeFunction(Map<String, String> environment, AwsClients clients, PrintStream out) {
    FileIntakeConfig config = FileIntakeConfig.from(environment);
    Deployment system = config.deployment();
    Scheduler scheduler = new SystemScheduler();
    Log log = new JsonLog("file-intake", scheduler, out);
    AwsPorts ports = new AwsPorts(clients, scheduler);
    ObjectStore objects = ports.objectStore(system.bucket());
    Intake intake =
        new Intake(
            system.datasets(),
            ports.taskStore(system.tasksTable(), system.retention()),
            objects,
            new Ringer(ports.doorbells(system.queueUrl()), scheduler),
            new FileNote(objects, system.apiUrl()),
            scheduler,
            log,
            config.rules());
    this.handler = new FileIntakeHandler(intake, log);
  }

  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    handler.handle(event);
    return null;
  }
}
