package expunge.imports;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Imports.NewKeys;
import expunge.file.Row;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.work.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a row says its customer is known by. It belongs to a person, so it never shows itself.
 *
 * @param given the table's key, where the row has it
 * @param byIndex the identifiers by which profiles are found, in the order of the row; one at least
 *     where no key is given
 */
record Known(Dataset dataset, Optional<ProfileKey> given, List<Lookable> byIndex) {
  Known {
    byIndex = List.copyOf(byIndex);
  }

  /** A value that an index knows. */
  record Lookable(Identifier identifier, String value) {
    boolean isIn(Profile profile) {
      return Candidates.carries(profile, identifier, value);
    }

    @Override
    public String toString() {
      return "Lookable[" + identifier.name() + "]";
    }
  }

  static Known of(Dataset dataset, Row.Customer row) {
    List<Lookable> byIndex = new ArrayList<>();
    row.identifiers()
        .forEach(
            (name, value) ->
                dataset
                    .identifier(name)
                    .filter(identifier -> identifier.index().isPresent())
                    .ifPresent(identifier -> byIndex.add(new Lookable(identifier, value))));
    return new Known(
        dataset,
        Optional.ofNullable(row.identifiers().get(dataset.key().name())).map(ProfileKey::new),
        byIndex);
  }

  /** Whether the dataset makes the keys of new profiles itself. */
  boolean makesKeys() {
    return dataset.declaredImports().newKeys() == NewKeys.DERIVED;
  }

  /** The first key that a new profile could get; empty where the file has to give it, or does. */
  Optional<ProfileKey> firstNewKey() {
    return leading().filter(_ -> makesKeys()).map(leading -> derivedKey(leading, 0));
  }

  /** Where a profile of the row would be that no index knows yet. */
  List<ProfileKey> ownKeys() {
    List<ProfileKey> keys = new ArrayList<>();
    given.ifPresent(keys::add);
    if (makesKeys()) {
      byIndex.forEach(known -> keys.add(derivedKey(known, 0)));
    }
    return keys;
  }

  /** Whether the profile has the key or an identifier of the row. */
  boolean isIn(Profile profile) {
    return given.filter(profile.key()::equals).isPresent()
        || byIndex.stream().anyMatch(known -> known.isIn(profile));
  }

  /** The names of the identifiers, but for the key, that the profile has. */
  List<String> foundBy(Profile profile) {
    return byIndex.stream()
        .filter(known -> known.isIn(profile))
        .map(known -> known.identifier().name())
        .toList();
  }

  /** The identifier that the key of a new profile is made of; empty where a key is given. */
  Optional<Lookable> leading() {
    return given.isPresent() ? Optional.empty() : byIndex.stream().findFirst();
  }

  /** Made of this identifier; another one for each number. */
  ProfileKey derivedKey(Lookable known, int number) {
    return DerivedKey.of(dataset, known.identifier().name(), known.value(), number);
  }

  @Override
  public String toString() {
    return "Known[…]";
  }
}
