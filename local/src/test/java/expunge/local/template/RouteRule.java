package expunge.local.template;

import expunge.access.CallLimit;
import expunge.access.ConfiguredApiKeys;
import expunge.access.KeyRing;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.httpapi.Access;
import expunge.httpapi.CallSizes;
import expunge.httpapi.HttpApi;
import expunge.httpapi.HttpApiPorts;
import expunge.httpapi.OpenApi;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.simulator.memory.MemoryCallCounter;
import expunge.simulator.memory.MemoryKeyStore;
import expunge.simulator.openapi.Description;
import expunge.suppression.Suppressions;
import expunge.task.Ringer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The gateway, the code and the description of the API know the same routes. */
final class RouteRule implements Rule {
  @Override
  public List<String> problems(Template expanded) {
    TreeSet<String> inTemplate = new TreeSet<>(operations(expanded).keySet());
    TreeSet<String> inCode = new TreeSet<>(api().routes());
    TreeSet<String> described = new TreeSet<>();
    Description.of(OpenApi.document()).operations().forEach(call -> described.add(call.route()));
    List<String> problems = new ArrayList<>();
    lacking("template", inTemplate, inCode, problems);
    lacking("code", inCode, inTemplate, problems);
    lacking("description", described, inCode, problems);
    lacking("code", inCode, described, problems);
    return problems;
  }

  private static void lacking(
      String what, Set<String> routes, Set<String> others, List<String> problems) {
    others.stream()
        .filter(route -> !routes.contains(route))
        .forEach(route -> problems.add("the " + what + " lacks " + route));
  }

  private static HttpApi api() {
    Dataset dataset = Samples.customers();
    MemorySystem system = new MemorySystem(dataset, 1);
    return new HttpApi(
        new HttpApiPorts(
            new Access(
                new KeyRing(
                    new ConfiguredApiKeys(List.of()),
                    new MemoryKeyStore(),
                    system.scheduler,
                    system.entries::add),
                new CallLimit(new MemoryCallCounter(), 0, system.scheduler),
                CallSizes.STANDARD),
            new Datasets(List.of(dataset), dataset.name()),
            system.tasks,
            system.objects,
            system.profiles,
            system.profiles,
            system.selection,
            new Ringer(system.doorbells, system.scheduler),
            new Suppressions(
                system.suppressions, () -> MemorySystem.KEY, system.scheduler, _ -> {}),
            system.segments,
            Limits.defaults(),
            system.scheduler,
            system.entries::add));
  }

  /** Every operation of the gateway, by its route, such as {@code GET /tasks}. */
  static Map<String, Part> operations(Template expanded) {
    Map<String, Part> operations = new TreeMap<>();
    expanded
        .properties("AWS::ApiGatewayV2::Api")
        .values()
        .forEach(
            api ->
                api.at("Body", "paths")
                    .map()
                    .forEach(
                        (path, methods) ->
                            methods
                                .map()
                                .forEach(
                                    (method, operation) ->
                                        operations.put(
                                            method.toUpperCase(Locale.ROOT) + " " + path,
                                            operation))));
    return operations;
  }
}
