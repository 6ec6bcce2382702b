package expunge.simulator.scenario;

import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.item.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What a world has whose dataset has more than keys: several profiles of one email, protected ones,
 * and records of other tables that belong to them.
 *
 * @param identifier by which the files name profiles
 * @param type what is to be taken from them
 * @param profiles the attributes beside its key of each profile that is there at first
 * @param records what is there at first in the linked tables
 * @param refused the keys of the profiles whose linked records are never treated
 * @param page how many items are on a page
 */
public record Riches(
    Identifier identifier,
    DeletionType type,
    SequencedMap<String, Map<String, Value>> profiles,
    List<Deed.Write> records,
    Set<String> refused,
    int page) {
  /** The attribute that holds the email. */
  public static final String EMAIL = "email";

  /** The attribute that protects a profile. */
  public static final String HOLD = "legalHold";

  /** The attribute that orders several profiles. */
  public static final String SINCE = "since";

  /** Copies the collections. */
  public Riches {
    profiles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(profiles));
    records = List.copyOf(records);
    refused = Set.copyOf(refused);
  }

  /** Whether files name profiles by an index. */
  public boolean byIndex() {
    return identifier.index().isPresent();
  }
}
