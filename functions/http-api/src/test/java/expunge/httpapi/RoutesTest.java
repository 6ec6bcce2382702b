package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.Role;
import expunge.simulator.openapi.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of calls and the description are the same. */
class RoutesTest {
  private final Gateway gateway = new Gateway();
  private final List<Route> routes = Routes.of(gateway.ports((_, _, _) -> true, gateway.tasks));

  @Test
  void everyRouteIsDescribedWithItsRoleAndItsParameters() {
    assertThat(routes.stream().map(RoutesTest::told))
        .containsExactlyInAnyOrderElementsOf(
            Described.API.operations().stream().map(RoutesTest::told).toList());
  }

  private static String told(Route route) {
    String role = route.role().map(Role::word).orElse("none");
    return told(route.method() + " " + route.path(), role, route.parameters(), route.keyed());
  }

  private static String told(Operation operation) {
    return told(
        operation.route(), operation.role(), operation.queryParameters(), operation.isKeyed());
  }

  private static String told(String route, String role, List<String> parameters, boolean keyed) {
    List<String> sorted = parameters.stream().sorted().toList();
    return route + " for " + role + " with " + sorted + (keyed ? " once under its key" : "");
  }
}
