package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.file.Form;
import expunge.task.TaskKind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file to start from: columns named as intake expects them. Customers have a row that shows
 * what they hold; a file that deletes has none, as nobody should be in it by mistake.
 */
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
        ? template(
            "download.csv", List.of(Form.importColumns(dataset), Form.importExample(dataset)))
        : deleting(parameters, dataset);
  }

  private static ApiResponse deleting(Parameters parameters, Dataset dataset) {
    List<String> identifiers = dataset.deletableBy().stream().map(Identifier::name).toList();
    String column = parameters.oneOf("identifier", identifiers).orElseGet(identifiers::getFirst);
    return parameters.refusal().orElseGet(() -> template("template.csv", List.of(List.of(column))));
  }

  private static ApiResponse template(String name, List<List<String>> lines) {
    String text = lines.stream().map(TemplateCalls::line).collect(Collectors.joining());
    return ApiResponse.of(ApiResponse.OK, "text/csv; charset=utf-8; header=present", text)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String line(List<String> cells) {
    return cells.stream().map(TemplateCalls::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    return TO_BE_QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
