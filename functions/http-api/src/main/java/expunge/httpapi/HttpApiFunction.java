package expunge.httpapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.log.JsonLog;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import java.io.PrintStream;
import java.util.Map;

/** The entry point in AWS: wires the handler once per process, from the environment. */
public final class HttpApiFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final HttpApiHandler handler;

  /**
   * As Lambda makes it.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong with it
   */
  public HttpApiFunction() {
    this(System.getenv(), AwsClients.fromEnvironment(), System.out);
  }

  /** With another environment, and clients and a place for the log that stay the caller's. */
  public HttpApiFunction(Map<String, String> environment, AwsClients clients, PrintStream out) {
    HttpApiConfig config = HttpApiConfig.from(environment);
    Scheduler scheduler = new SystemScheduler();
    AwsPorts ports = new AwsPorts(clients, scheduler);
    HttpApi api =
        new HttpApi(
            config.keys(),
            config.datasets(),
            ports.taskStore(config.tasksTable(), config.retention()),
            ports.objectStore(config.bucket()),
            scheduler);
    handler = new HttpApiHandler(api, new JsonLog("http-api", scheduler, out));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return handler.handleRequest(event, context);
  }
}
