package expunge.dataset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One declared profile table, with everything that is linked to its profiles.
 *
 * @param name how people name it in paths and requests
 * @param profiles the table
 * @param key the identifier that is the table's key
 * @param identifiers the other kinds of identifier
 * @param deletionTypes what a deletion can be; the complete one is always the first
 * @param linked in the order in which they are looked after
 * @param suppression empty where deleted identifiers are not remembered
 * @param segments empty where there are none
 * @param imports empty where files can only delete
 */
public record Dataset(
    String name,
    ProfileTable profiles,
    Identifier key,
    List<Identifier> identifiers,
    List<DeletionType> deletionTypes,
    List<LinkedTable> linked,
    Optional<Suppression> suppression,
    Optional<Segments> segments,
    Optional<Imports> imports) {
  /** One whose files can only delete. */
  public Dataset(
      String name,
      ProfileTable profiles,
      Identifier key,
      List<Identifier> identifiers,
      List<DeletionType> deletionTypes,
      List<LinkedTable> linked,
      Optional<Suppression> suppression,
      Optional<Segments> segments) {
    this(
        name,
        profiles,
        key,
        identifiers,
        deletionTypes,
        linked,
        suppression,
        segments,
        Optional.empty());
  }

  /** Copies the lists. */
  public Dataset {
    identifiers = List.copyOf(identifiers);
    deletionTypes = List.copyOf(deletionTypes);
    linked = List.copyOf(linked);
  }

  /** Profiles by a key of one attribute, and nothing else. */
  public static Dataset byKey(String name, String table, Identifier key) {
    KeyPart partition = new KeyPart(key.attribute(), key.type(), Template.ID);
    return new Dataset(
        name,
        new ProfileTable(table, partition, Optional.empty(), Optional.empty(), OptionalInt.empty()),
        key,
        List.of(),
        List.of(new DeletionType.Complete()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** With a ceiling of writes. */
  public Dataset atMost(int writesPerSecond) {
    ProfileTable paced =
        new ProfileTable(
            profiles.table(),
            profiles.partition(),
            profiles.sort(),
            profiles.protectedBy(),
            OptionalInt.of(writesPerSecond));
    return new Dataset(
        name, paced, key, identifiers, deletionTypes, linked, suppression, segments, imports);
  }

  /** With other identifiers. */
  public Dataset with(List<Identifier> others) {
    return new Dataset(
        name, profiles, key, others, deletionTypes, linked, suppression, segments, imports);
  }

  /** With a suppression list. */
  public Dataset suppressing(Suppression list) {
    return new Dataset(
        name,
        profiles,
        key,
        identifiers,
        deletionTypes,
        linked,
        Optional.of(list),
        segments,
        imports);
  }

  /** With segments. */
  public Dataset segmented(Segments by) {
    return new Dataset(
        name,
        profiles,
        key,
        identifiers,
        deletionTypes,
        linked,
        suppression,
        Optional.of(by),
        imports);
  }

  /** With imports. */
  public Dataset importing(Imports by) {
    return new Dataset(
        name,
        profiles,
        key,
        identifiers,
        deletionTypes,
        linked,
        suppression,
        segments,
        Optional.of(by));
  }

  /** The profile table's name. */
  public String table() {
    return profiles.table();
  }

  /**
   * Where its segments live.
   *
   * @throws IllegalArgumentException if it has none
   */
  public Segments declaredSegments() {
    return segments.orElseThrow(
        () -> new IllegalArgumentException("dataset " + name + " declares no segments"));
  }

  /**
   * What files of customers may bring.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Imports declaredImports() {
    return imports.orElseThrow(
        () -> new IllegalArgumentException("dataset " + name + " declares no imports"));
  }

  /** The most deletions per second over all workers; empty for no ceiling. */
  public OptionalInt writesPerSecond() {
    return profiles.writesPerSecond();
  }

  /** By which a file can find profiles: the key, and those with an index. */
  public List<Identifier> deletableBy() {
    return Stream.concat(
            Stream.of(key), identifiers.stream().filter(other -> other.index().isPresent()))
        .toList();
  }

  /** The identifier of exactly this name; empty where none is declared. */
  public Optional<Identifier> identifier(String named) {
    return allIdentifiers().stream()
        .filter(identifier -> identifier.name().equals(named))
        .findFirst();
  }

  /** The key, and the others. */
  public List<Identifier> allIdentifiers() {
    return Stream.concat(Stream.of(key), identifiers.stream()).toList();
  }

  /** Whether an import can enter members into its segments. */
  public boolean takesMembers() {
    return segments.filter(Segments::takesMembers).isPresent();
  }

  /** The deletion type of exactly this name; empty where none is declared. */
  public Optional<DeletionType> deletionType(String named) {
    return deletionTypes.stream().filter(type -> type.name().equals(named)).findFirst();
  }

  /** The attributes of a profile that a deletion has to know, beside its key. */
  public Set<String> attributesOfInterest() {
    Set<String> names = new LinkedHashSet<>();
    identifiers.forEach(
        other -> {
          names.add(other.attribute());
          other.index().map(Index::matches).flatMap(Matches::orderedBy).ifPresent(names::add);
        });
    deletionTypes.stream()
        .filter(DeletionType.RemoveAttributes.class::isInstance)
        .map(DeletionType.RemoveAttributes.class::cast)
        .forEach(some -> names.addAll(some.attributes()));
    return names;
  }

  /** The linked tables that a deletion of this type touches, each with what it does there. */
  public List<LinkedTable> linkedFor(DeletionType type) {
    return switch (type) {
      case DeletionType.Complete _ -> linked;
      case DeletionType.RemoveAttributes some ->
          linked.stream()
              .filter(table -> some.linked().containsKey(table.name()))
              .map(table -> table.without(some.fromLinked(table.name())))
              .toList();
    };
  }

  /** What decides which profile an identifier means: equal for equal declarations of it. */
  public String fingerprint() {
    Stream<String> table =
        Stream.of(
            profiles.table(),
            profiles.partition().fingerprint(),
            profiles.sort().map(KeyPart::fingerprint).orElse(""));
    Stream<String> kinds = allIdentifiers().stream().map(Identifier::fingerprint);
    return Stream.concat(table, kinds).collect(Collectors.joining("|"));
  }

  /** What decides, beside that, what the columns of a file of customers mean. */
  public String importFingerprint() {
    return fingerprint() + "|import|" + imports.map(Imports::fingerprint).orElse("");
  }
}
