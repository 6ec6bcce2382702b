package expunge.httpapi;

import expunge.access.Role;
import java.util.List;
import java.util.Optional;

/** The table of everything that can be called. */
final class Routes {
  private Routes() {}

  static List<Route> of(TemplateCalls templates, TaskCalls tasks, ReportCalls reports) {
    return List.of(
        open("GET", "/health", call -> ApiResponse.json("{\"status\":\"ok\"}")),
        route("GET", "/template.csv", Role.VIEWER, templates::download)
            .taking(TemplateCalls.PARAMETERS),
        route("GET", "/tasks", Role.VIEWER, tasks::list).taking(TaskCalls.LIST_PARAMETERS),
        route("GET", "/tasks/{taskId}", Role.VIEWER, tasks::status),
        route("GET", "/tasks/{taskId}/report", Role.OPERATOR, reports::download));
  }

  private static Route open(String method, String path, Action action) {
    return new Route(method, path, Optional.empty(), List.of(), action);
  }

  private static Route route(String method, String path, Role role, Action action) {
    return new Route(method, path, Optional.of(role), List.of(), action);
  }
}
