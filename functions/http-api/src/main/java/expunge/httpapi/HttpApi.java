package expunge.httpapi;

import expunge.access.ApiKey;
import expunge.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the route of a request, and lets its action answer if the caller's role suffices. */
public final class HttpApi {
  private static final List<String> OTHER_SITES = List.of("cross-site", "same-site");

  private final Access access;
  private final List<Route> routes;

  /** Over these ports. */
  public HttpApi(HttpApiPorts ports) {
    this.access = ports.access();
    this.routes = Routes.of(ports);
  }

  /** Everything that can be called, such as {@code GET /tasks/{taskId}}. */
  public List<String> routes() {
    return routes.stream().map(route -> route.method() + " " + route.path()).toList();
  }

  ApiResponse answer(ApiRequest request) {
    List<Route> onPath =
        routes.stream().filter(route -> route.match(request.path()).isPresent()).toList();
    if (onPath.isEmpty()) {
      return Problems.unknownRoute();
    }
    return onPath.stream()
        .filter(route -> route.method().equals(request.method()))
        .findFirst()
        .map(route -> answer(route, request))
        .orElseGet(() -> Problems.methodNotAllowed(methods(onPath)));
  }

  private ApiResponse answer(Route route, ApiRequest request) {
    if (isOfAnotherSite(request)) {
      return Problems.crossSite();
    }
    if (route.role().isEmpty()) {
      return answer(route, request, Optional.empty());
    }
    Role needed = route.role().get();
    return access
        .caller(request)
        .map(caller -> answer(route, needed, request, caller))
        .orElseGet(Problems::unauthorized);
  }

  /** A browser that knows a key sends it along with whatever another site makes it call. */
  private static boolean isOfAnotherSite(ApiRequest request) {
    return !request.method().equals("GET")
        && request.header("sec-fetch-site").filter(OTHER_SITES::contains).isPresent();
  }

  private ApiResponse answer(Route route, Role needed, ApiRequest request, ApiKey caller) {
    return access
        .refusal(request, caller, needed)
        .orElseGet(() -> answer(route, request, Optional.of(caller)));
  }

  private static ApiResponse answer(Route route, ApiRequest request, Optional<ApiKey> caller) {
    return refusal(route, request)
        .orElseGet(() -> route.action().answer(call(route, request, caller)));
  }

  /** A misspelt parameter would otherwise count as none, and the answer as the one asked for. */
  private static Optional<ApiResponse> refusal(Route route, ApiRequest request) {
    if (!route.parameters().containsAll(request.query().keySet())) {
      return Optional.of(Problems.unknownParameter(route.parameters()));
    }
    return route.keyed() ? IdempotencyKey.refusal(request) : Optional.empty();
  }

  private static Call call(Route route, ApiRequest request, Optional<ApiKey> caller) {
    return new Call(
        caller.map(ApiKey::label).orElse(""),
        caller.map(ApiKey::role),
        route.match(request.path()).orElse(Map.of()),
        request.query(),
        request.body(),
        request
            .credentials()
            .filter(_ -> route.keyed())
            .flatMap(secret -> IdempotencyKey.of(request, secret)));
  }

  private static String methods(List<Route> routes) {
    return routes.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
  }
}
