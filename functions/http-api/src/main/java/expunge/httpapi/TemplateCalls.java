package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.file.Form;
import expunge.task.TaskKind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The file to start from: columns named as intake expects them, and no row. */
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
    boolean imports =
        parameters.oneOf("kind", KINDS).filter(TaskKind.IMPORT.word()::equals).isPresent();
    Dataset dataset = parameters.dataset(datasets);
    if (imports && dataset.imports().isEmpty()) {
      parameters.problem("kind", "the dataset declares no import");
    }
    if (imports && parameters.text("identifier").isPresent()) {
      parameters.problem("identifier", "says nothing of an import, whose file has all columns");
    }
    if (parameters.refusal().isPresent()) {
      return parameters.refusal().get();
    }
    return imports
        ? template("download.csv", Form.importColumns(dataset))
        : deleting(parameters, dataset);
  }

  private static ApiResponse deleting(Parameters parameters, Dataset dataset) {
    List<String> identifiers = dataset.deletableBy().stream().map(Identifier::name).toList();
    String column = parameters.oneOf("identifier", identifiers).orElseGet(identifiers::getFirst);
    return parameters.refusal().orElseGet(() -> template("template.csv", List.of(column)));
  }

  private static ApiResponse template(String name, List<String> columns) {
    String header = String.join(",", columns.stream().map(TemplateCalls::quoted).toList());
    return ApiResponse.of(
            ApiResponse.OK, "text/csv; charset=utf-8; header=present", header + "\r\n")
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String quoted(String column) {
    return TO_BE_QUOTED.matcher(column).find() ? '"' + column.replace("\"", "\"\"") + '"' : column;
  }
}
