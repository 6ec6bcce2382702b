package expunge.local.tables;

import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.dataset.Segments;
import expunge.dataset.Segments.Membership;
import expunge.local.tables.TableShape.IndexShape;
import expunge.local.tables.TableShape.KeyShape;
import expunge.segment.SegmentItem;
import java.util.List;
import java.util.Optional;

/** Whether segments have their table, and their members can be found. */
final class SegmentsCheck {
  private static final List<KeyShape> KEY = List.of(new KeyShape(SegmentItem.ID, "S"));

  private final Segments declared;

  SegmentsCheck(Segments declared) {
    this.declared = declared;
  }

  /** Of the table of segments. */
  void check(TableShape table, Findings findings) {
    if (!table.key().equals(KEY)) {
      findings.add(
          "table",
          "its key is " + Shapes.listed(table.key()),
          "name a table of its own, whose key is the text " + SegmentItem.ID);
    }
  }

  /** Of the linked table that says who is a member. */
  void checkMembers(TableShape linked, Findings findings) {
    Membership membership = declared.members();
    KeyAttribute segment = membership.segment();
    Optional<IndexShape> index =
        membership
            .index()
            .flatMap(
                name ->
                    Shapes.index(linked, name, segment.name(), KeyType.TEXT, "segment", findings));
    String profile = membership.table().link().attribute().attribute();
    index
        .filter(it -> !Shapes.holds(linked, it, profile))
        .ifPresent(
            _ ->
                findings.add(
                    "index",
                    membership.index().orElse("") + " does not hold " + profile,
                    "make an index that projects it"));
  }
}
