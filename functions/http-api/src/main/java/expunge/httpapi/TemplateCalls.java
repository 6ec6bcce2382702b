package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.task.TaskKind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The file to start from: one column, named as intake expects it, and no row. */
final class TemplateCalls {
  static final List<String> PARAMETERS = List.of("dataset", "kind", "identifier");

  private static final Pattern TO_BE_QUOTED = Pattern.compile("[,;|\"]");
  private static final List<String> KINDS =
      Arrays.stream(TaskKind.values()).map(TaskKind::word).toList();

  private final Datasets datasets;

  TemplateCalls(Datasets datasets) {
    this.datasets = datasets;
  }

  ApiResponse download(Call call) {
    Parameters parameters = call.parameters();
    parameters.oneOf("kind", KINDS);
    Dataset dataset = parameters.dataset(datasets);
    if (parameters.refusal().isPresent()) {
      return parameters.refusal().get();
    }
    List<String> identifiers = dataset.deletableBy().stream().map(Identifier::name).toList();
    String column = parameters.oneOf("identifier", identifiers).orElseGet(identifiers::getFirst);
    return parameters.refusal().orElseGet(() -> template(column));
  }

  private static ApiResponse template(String column) {
    return ApiResponse.of(
            ApiResponse.OK, "text/csv; charset=utf-8; header=present", quoted(column) + "\r\n")
        .with("Content-Disposition", "attachment; filename=\"template.csv\"");
  }

  private static String quoted(String column) {
    return TO_BE_QUOTED.matcher(column).find() ? '"' + column.replace("\"", "\"\"") + '"' : column;
  }
}
