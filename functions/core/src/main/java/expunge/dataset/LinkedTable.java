package expunge.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table whose records belong to profiles.
 *
 * @param name how people name it
 * @param table the table's name; may be the profile table's, where that holds several kinds
 * @param partition of the table's key
 * @param sort of the table's key; empty where it has none
 * @param detachedPrefix how the text begins that stands for the link in a record that lost it,
 *     where the link is part of the record's key; an id made at random follows
 */
public record LinkedTable(
    String name,
    String table,
    KeyAttribute partition,
    Optional<KeyAttribute> sort,
    Link link,
    LinkedRule rule,
    String detachedPrefix) {
  /** The attributes of the table's key, the partition's first. */
  public List<KeyAttribute> key() {
    return Stream.concat(Stream.of(partition), sort.stream()).toList();
  }

  /** Whether losing the link moves a record, because the link is part of its key. */
  public boolean movesRecords() {
    return switch (rule) {
      case LinkedRule.Delete _, LinkedRule.Strip _ -> false;
      case LinkedRule.Anonymize _, LinkedRule.Detach _, LinkedRule.DeleteWhere _ ->
          key().stream().map(KeyAttribute::name).anyMatch(link.attribute().attribute()::equals);
    };
  }

  /** The same table, whose records only lose some attributes. */
  LinkedTable without(List<String> attributes) {
    LinkedRule strip = new LinkedRule.Strip(attributes);
    return new LinkedTable(name, table, partition, sort, link, strip, detachedPrefix);
  }
}
