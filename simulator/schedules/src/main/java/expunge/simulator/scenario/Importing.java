package expunge.simulator.scenario;

import expunge.task.ImportSettings;
import java.util.List;

/**
 * What a world has whose files are imported.
 *
 * @param settings of each file's task, in their order
 * @param items what is there at first in people's tables, the suppression list among them
 */
public record Importing(List<ImportSettings> settings, List<Deed.Write> items) {
  /** Copies both. */
  public Importing {
    settings = List.copyOf(settings);
    items = List.copyOf(items);
  }
}
