package expunge.local.template;

import java.util.List;

/**
 * How the template's pipe chooses among the changes of the tasks table, and what it makes of them.
 *
 * @param images what the table's stream tells of a change
 * @param patterns one of them has to match
 */
public record StatePipe(String images, List<String> patterns, String inputTemplate) {
  static final String NAME = "StateEvents";

  /** As the product's own template has it. */
  public static StatePipe ofTemplate() {
    return of(Template.ofYaml(Template.text()));
  }

  static StatePipe of(Template template) {
    Part pipe = template.resource(NAME).at("Properties");
    Part table = template.resource("TasksTable").at("Properties");
    return new StatePipe(
        table.at("StreamSpecification", "StreamViewType").text(),
        pipe.at("SourceParameters", "FilterCriteria", "Filters").list().stream()
            .map(filter -> filter.at("Pattern").text())
            .toList(),
        pipe.at("TargetParameters", "InputTemplate").text());
  }
}
