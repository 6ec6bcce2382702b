package expunge.local.events;

import expunge.local.template.StatePipe;
import java.util.List;
import java.util.Map;

/** The template's pipe: what it makes of the records of a stream. */
public final class Pipe {
  private final List<EventPattern> filters;
  private final InputTemplate template;

  private Pipe(StatePipe written) {
    this.filters = written.patterns().stream().map(EventPattern::of).toList();
    this.template = new InputTemplate(written.inputTemplate());
  }

  /** As the template has it. */
  public static Pipe ofTemplate() {
    return new Pipe(StatePipe.ofTemplate());
  }

  /** The details of the events that the records lead to, as JSON, in the records' order. */
  public List<String> events(List<Map<String, Object>> records) {
    return records.stream()
        .filter(record -> filters.stream().anyMatch(filter -> filter.matches(record)))
        .map(template::filledFrom)
        .toList();
  }
}
