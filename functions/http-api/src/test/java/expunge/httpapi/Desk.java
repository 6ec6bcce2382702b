package expunge.httpapi;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.run.Scheduler;
import expunge.simulator.MemorySystem;
import expunge.suppression.Suppressions;
import expunge.task.Ringer;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who calls the API of a whole system. */
final class Desk {
  final MemorySystem system;
  private final Scheduler scheduler;
  private final Gateway gateway = new Gateway().as(Role.OPERATOR);

  private Desk(MemorySystem system, Scheduler scheduler) {
    this.system = system;
    this.scheduler = scheduler;
  }

  /** Of a system whose functions work while somebody waits. */
  static Desk of(MemorySystem system) {
    return whileWaiting(system, system::takeInUploads);
  }

  /** Of a system in which this happens while somebody waits. */
  static Desk whileWaiting(MemorySystem system, Runnable work) {
    return new Desk(system, new WorksMeanwhile(system, work));
  }

  /** Of a system in which nothing is done. */
  static Desk atRest(MemorySystem system) {
    return new Desk(system, system.scheduler);
  }

  Desk as(Role role) {
    gateway.as(role);
    return this;
  }

  Desk with(String header, String value) {
    gateway.with(header, value);
    return this;
  }

  APIGatewayV2HTTPResponse post(String path, String body) {
    return call("POST", path, body);
  }

  /** With one parameter. */
  APIGatewayV2HTTPResponse post(String path, String parameter, String value, String body) {
    APIGatewayV2HTTPEvent event = gateway.method("POST").body(body).event(path);
    event.setQueryStringParameters(Map.of(parameter, value));
    return gateway.call(ports(), event);
  }

  APIGatewayV2HTTPResponse postBytes(String path, byte[] body) {
    APIGatewayV2HTTPEvent event = gateway.method("POST").event(path);
    event.setBody(Base64.getEncoder().encodeToString(body));
    event.setIsBase64Encoded(true);
    return gateway.call(ports(), event);
  }

  APIGatewayV2HTTPResponse get(String path) {
    return call("GET", path, "");
  }

  /** With one parameter. */
  APIGatewayV2HTTPResponse get(String path, String parameter, String value) {
    APIGatewayV2HTTPEvent event = gateway.method("GET").body("").event(path);
    event.setQueryStringParameters(Map.of(parameter, value));
    return gateway.call(ports(), event);
  }

  APIGatewayV2HTTPResponse delete(String path) {
    return call("DELETE", path, "");
  }

  private APIGatewayV2HTTPResponse call(String method, String path, String body) {
    return gateway.call(ports(), gateway.method(method).body(body).event(path));
  }

  private HttpApiPorts ports() {
    return new HttpApiPorts(
        gateway.access((_, _, _) -> true),
        new Datasets(List.of(system.dataset), system.dataset.name()),
        system.tasks,
        system.objects,
        system.profiles,
        system.profiles,
        system.selection,
        new Ringer(system.doorbells, scheduler),
        new Suppressions(system.suppressions, () -> MemorySystem.KEY, scheduler, _ -> {}),
        system.segments,
        Limits.defaults(),
        scheduler,
        system.entries::add);
  }
}
