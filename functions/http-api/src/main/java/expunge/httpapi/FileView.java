package expunge.httpapi;

import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskKind;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a task; what is known of its content only once it is accepted.
 *
 * @param bytes left out until it is there
 * @param rowsToDelete left out of an import, as are ignored columns: it has none
 */
@Json
record FileView(
    String name,
    @Nullable Long bytes,
    @Nullable Long rows,
    @Nullable Long rowsToDelete,
    @Nullable List<String> ignoredColumns) {
  static FileView of(Task task) {
    Optional<Accepted> deletes =
        task.accepted().filter(_ -> task.request().kind() == TaskKind.DELETION);
    return new FileView(
        task.file().name(),
        task.file().isPinned() ? task.file().bytes() : null,
        task.accepted().map(Accepted::rows).orElse(null),
        deletes.map(Accepted::rowsToDelete).orElse(null),
        deletes.map(totals -> totals.layout().ignoredColumns()).orElse(null));
  }

  static FileView named(String name) {
    return new FileView(name, null, null, null, null);
  }
}
