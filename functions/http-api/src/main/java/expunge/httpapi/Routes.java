package expunge.httpapi;

import expunge.access.Role;
import expunge.control.Retry;
import expunge.control.TaskControl;
import expunge.creation.TaskCreation;
import expunge.deletion.ProfileSearch;
import expunge.direct.DirectDeletion;
import expunge.segment.SegmentControl;
import expunge.segment.SegmentDeletion;
import expunge.targeting.Preview;
import expunge.targeting.TargetDeletion;
import java.util.List;
import java.util.Optional;

/** The table of everything that can be called. */
final class Routes {
  private Routes() {}

  static List<Route> of(HttpApiPorts ports) {
    CallSizes sizes = ports.access().sizes();
    TemplateCalls templates = new TemplateCalls(ports.datasets());
    ColumnCalls columns = new ColumnCalls(ports.datasets());
    TaskCalls tasks = new TaskCalls(ports.tasks(), ports.scheduler(), sizes.page());
    ControlCalls control = control(ports);
    ReportCalls reports = new ReportCalls(ports.tasks(), ports.objects());
    SuppressionCalls suppressions = new SuppressionCalls(ports.datasets(), ports.suppressions());
    ProfileSearch search = new ProfileSearch(ports.profiles(), ports.scheduler());
    DirectDeletion direct =
        new DirectDeletion(
            ports.tasks(), ports.objects(), ports.scheduler(), ports.limits(), ports.log());
    ProfileCalls profiles =
        new ProfileCalls(
            ports.datasets(), search, ports.profilePages(), ports.scheduler(), sizes.page());
    DeletionCalls deletions =
        new DeletionCalls(ports.datasets(), direct, ports.scheduler(), sizes.keys());
    BlueshiftCalls blueshift =
        new BlueshiftCalls(ports.datasets(), search, direct, ports.scheduler());
    SegmentCalls segments = segments(ports);
    TargetCalls targets = targets(ports);
    KeyCalls keys = new KeyCalls(ports.access().keys(), ports.scheduler());
    return List.of(
        open("GET", "/health", call -> ApiResponse.json("{\"status\":\"ok\"}")),
        open("GET", "/", Page::show),
        open("GET", "/openapi.json", OpenApi::download),
        route("GET", "/columns", Role.VIEWER, columns::columns).taking(ColumnCalls.PARAMETERS),
        route("GET", "/template.csv", Role.VIEWER, templates::download)
            .taking(TemplateCalls.PARAMETERS),
        route("GET", "/tasks", Role.VIEWER, tasks::list).taking(TaskCalls.LIST_PARAMETERS),
        route("POST", "/tasks", Role.OPERATOR, creation(ports)::create).onceUnderItsKey(),
        route("GET", "/tasks/{taskId}", Role.VIEWER, tasks::status),
        route("GET", "/tasks/{taskId}/report", Role.OPERATOR, reports::download),
        route("POST", "/tasks/{taskId}/confirm", Role.ADMINISTRATOR, control::confirm),
        route("POST", "/tasks/{taskId}/pause", Role.ADMINISTRATOR, control::pause),
        route("POST", "/tasks/{taskId}/resume", Role.ADMINISTRATOR, control::resume),
        route("POST", "/tasks/{taskId}/cancel", Role.ADMINISTRATOR, control::cancel),
        route("POST", "/tasks/{taskId}/retry", Role.ADMINISTRATOR, control::retry),
        route("POST", "/profiles/find", Role.OPERATOR, profiles::find),
        route("POST", "/profiles/delete", Role.OPERATOR, deletions::few).onceUnderItsKey(),
        route("DELETE", "/profiles/{dataset}/{key}", Role.OPERATOR, deletions::one)
            .taking(DeletionCalls.ONE_PARAMETERS),
        route("POST", BlueshiftCalls.PATH, Role.OPERATOR, blueshift::delete).onceUnderItsKey(),
        route("GET", "/segments", Role.VIEWER, segments::list).taking(SegmentCalls.LIST_PARAMETERS),
        route("GET", "/segments/{segmentId}", Role.VIEWER, segments::one)
            .taking(SegmentCalls.ONE_PARAMETERS),
        route("POST", "/segments/{segmentId}/deletions", Role.ADMINISTRATOR, segments::delete)
            .taking(SegmentCalls.ONE_PARAMETERS)
            .onceUnderItsKey(),
        route("POST", "/segments/{segmentId}/enable", Role.ADMINISTRATOR, segments::enable)
            .taking(SegmentCalls.ONE_PARAMETERS),
        route("POST", "/targets/preview", Role.ADMINISTRATOR, targets::preview),
        route("POST", "/targets/deletions", Role.ADMINISTRATOR, targets::delete).onceUnderItsKey(),
        route("POST", "/suppressions/check", Role.OPERATOR, suppressions::check),
        route("POST", "/suppressions/lift", Role.ADMINISTRATOR, suppressions::lift),
        route("GET", "/keys", Role.ADMINISTRATOR, keys::list),
        route("POST", "/keys", Role.ADMINISTRATOR, keys::make),
        route("DELETE", "/keys/{keyId}", Role.ADMINISTRATOR, keys::revoke));
  }

  private static CreationCalls creation(HttpApiPorts ports) {
    TaskCreation creation =
        new TaskCreation(
            ports.datasets(),
            ports.tasks(),
            ports.objects(),
            ports.limits(),
            ports.scheduler(),
            ports.log());
    return new CreationCalls(ports.datasets(), creation, ports.limits(), ports.scheduler());
  }

  private static TargetCalls targets(HttpApiPorts ports) {
    TargetDeletion deletion =
        new TargetDeletion(
            ports.tasks(),
            ports.objects(),
            ports.ringer(),
            ports.limits(),
            ports.scheduler(),
            ports.log());
    return new TargetCalls(
        ports.datasets(),
        new Preview(ports.selection(), ports.profiles(), ports.scheduler()),
        deletion,
        ports.scheduler());
  }

  private static SegmentCalls segments(HttpApiPorts ports) {
    SegmentDeletion deletion =
        new SegmentDeletion(
            ports.segments(),
            ports.tasks(),
            ports.ringer(),
            ports.scheduler(),
            ports.limits(),
            ports.log());
    return new SegmentCalls(
        ports.datasets(),
        ports.segments(),
        new SegmentControl(ports.segments(), ports.tasks()),
        deletion,
        ports.scheduler(),
        ports.access().sizes().page());
  }

  private static ControlCalls control(HttpApiPorts ports) {
    return new ControlCalls(
        new TaskControl(ports.tasks(), ports.ringer(), ports.scheduler(), ports.log()),
        new Retry(ports.datasets(), ports.tasks(), ports.ringer(), ports.scheduler(), ports.log()),
        ports.scheduler());
  }

  private static Route open(String method, String path, Action action) {
    return new Route(method, path, Optional.empty(), List.of(), false, action);
  }

  private static Route route(String method, String path, Role role, Action action) {
    return new Route(method, path, Optional.of(role), List.of(), false, action);
  }
}
