package expunge.simulator.memory;

import expunge.criterion.Criterion;
import expunge.dataset.Dataset;
import expunge.dataset.Segments.Membership;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKeys;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import java.util.Map;
import java.util.Optional;

/** Looks in the tables of people for whom a selector means. */
public final class MemorySelection implements Selection {
  private static final int LANES = 4;

  private final MemoryTables tables;
  private int perPage = 100;

  /** In these tables. */
  public MemorySelection(MemoryTables tables) {
    this.tables = tables;
  }

  /** From now on, a page has at most so many keys. */
  public void pagesOf(int keys) {
    perPage = keys;
  }

  @Override
  public int lanes(Dataset dataset, Selector selector) {
    return switch (selector) {
      case Selector.Members _ -> 1;
      case Selector.Meeting _ -> LANES;
    };
  }

  @Override
  public Page page(Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after) {
    return switch (selector) {
      case Selector.Members(String segment) -> members(dataset, segment, after);
      case Selector.Meeting(Criterion criterion) -> meeting(dataset, criterion, lane, after);
    };
  }

  private Page members(Dataset dataset, String segment, Optional<Cursor> after) {
    Membership membership = dataset.declaredSegments().members();
    Value wanted = new Value.Text(segment);
    MemoryTables.Page page =
        tables.page(
            membership.table().table(),
            item -> wanted.equals(item.get(membership.segment().name())),
            after,
            perPage);
    return new Page(
        page.items().stream()
            .flatMap(item -> ProfileKeys.named(membership.table().link(), item).stream())
            .toList(),
        page.items().size(),
        page.next());
  }

  /** Of so many items, who meets it: maybe nobody, although more follow. */
  private Page meeting(Dataset dataset, Criterion criterion, Lane lane, Optional<Cursor> after) {
    MemoryTables.Page page =
        tables.page(dataset.table(), item -> isIn(lane, dataset, item), after, perPage);
    return new Page(
        page.items().stream()
            .filter(criterion::meets)
            .flatMap(item -> ProfileKeys.read(dataset, item).stream())
            .toList(),
        page.items().size(),
        page.next());
  }

  private boolean isIn(Lane lane, Dataset dataset, Map<String, Value> item) {
    return Math.floorMod(tables.key(dataset.table(), item).hashCode(), lane.of()) == lane.number();
  }
}
