package expunge.httpapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.CallLimit;
import expunge.access.KeyHash;
import expunge.access.KeyId;
import expunge.access.KeyRing;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Instance;
import expunge.aws.Restorable;
import expunge.log.JsonLog;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.object.Sha256;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.suppression.Suppressions;
import expunge.task.TaskStore;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class HttpApiFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String PRIMING = "priming";

  private final Supplier<HttpApiHandler> handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong with it
   */
  public HttpApiFunction() {
    this(System.getenv(), Instance::start, System.out, Core.getGlobalContext()::register);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public HttpApiFunction(Map<String, String> environment, AwsClients clients, PrintStream out) {
    this(environment, () -> new Instance(clients, new SystemScheduler()), out, _ -> {});
  }

  /**
   * As Lambda makes it, elsewhere.
   *
   * @param instances starts one now, and one after each restore from a snapshot
   * @param checkpoints takes what wants to be told of snapshots
   */
  public HttpApiFunction(
      Map<String, String> environment,
      Supplier<Instance> instances,
      PrintStream out,
      Consumer<Resource> checkpoints) {
    this.handler =
        Restorable.of(
            instances,
            (instance, log) -> wired(environment, instance, log),
            instance -> new JsonLog("http-api", instance.scheduler(), out),
            HttpApiFunction::prime,
            checkpoints);
  }

  private static HttpApiHandler wired(Map<String, String> environment, Instance instance, Log log) {
    HttpApiConfig config = HttpApiConfig.from(environment);
    Scheduler scheduler = instance.scheduler();
    AwsPorts ports = instance.ports();
    HttpApi api =
        new HttpApi(
            new HttpApiPorts(
                access(config, instance, log),
                config.datasets(),
                ports.taskStore(config.tasksTable(), config.retention()),
                ports.objectStore(config.bucket()),
                ports.profileStore(),
                ports.profilePages(),
                ports.selection(),
                ports.ringer(config.queues()),
                new Suppressions(
                    ports.suppressionList(),
                    ports.suppressionKeys(config.secret()),
                    scheduler,
                    log),
                ports.segmentStore(config.tasksTable()),
                config.limits(),
                scheduler,
                log));
    return new HttpApiHandler(api, log);
  }

  private static Access access(HttpApiConfig config, Instance instance, Log log) {
    AwsPorts ports = instance.ports();
    Scheduler scheduler = instance.scheduler();
    return new Access(
        new KeyRing(config.keys(), ports.keyStore(config.accessTable()), scheduler, log),
        new CallLimit(ports.callCounter(config.accessTable()), config.callsPerWindow(), scheduler),
        config.sizes());
  }

  /** Forms an answer of each kind: a refusal, a list, a task, and links. */
  private static void prime(Instance instance) {
    TaskStore tasks = instance.ports().taskStore(PRIMING, Duration.ofDays(1));
    TaskCalls calls = new TaskCalls(tasks, instance.scheduler(), CallSizes.STANDARD.page());
    Problems.unauthorized();
    KeyId nobody = KeyHash.of(PRIMING).id();
    instance.ports().callCounter(PRIMING).count(nobody, instance.scheduler().now(), 1);
    calls.list(call(Map.of()));
    calls.status(call(Map.of("taskId", instance.scheduler().newId())));
    ObjectStore objects = instance.ports().objectStore(PRIMING);
    objects.linkTo(PRIMING, Duration.ofMinutes(1));
    objects.uploadTo(PRIMING, 1, Sha256.of(new byte[0]), Duration.ofMinutes(1));
  }

  private static Call call(Map<String, String> fields) {
    return new Call("", Optional.empty(), fields, Map.of(), "", Optional.empty());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return handler.get().handleRequest(event, context);
  }
}
