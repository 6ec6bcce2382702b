package expunge.simulator.memory;

import expunge.dataset.Dataset;
import expunge.dataset.Segments.Membership;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKeys;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import java.util.Optional;

/** Looks in the tables of people for whom a selector means. */
public final class MemorySelection implements Selection {
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
    };
  }

  @Override
  public Page page(Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after) {
    return switch (selector) {
      case Selector.Members(String segment) -> members(dataset, segment, after);
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
}
