package expunge.dataset;

import com.google.re2j.Pattern;
import expunge.json.JsonText;
import expunge.run.InvalidSettings;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the document that declares the datasets; one reading for each instance. */
final class Declaration {
  private static final Pattern DATASET_NAME = Pattern.compile("\\.*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_SORT_KEY = 1_024;

  private final SequencedSet<String> problems = new LinkedHashSet<>();

  Datasets read(String text) {
    return JsonText.read(text, problems)
        .map(json -> of(json.getFirst()))
        .orElseThrow(() -> new InvalidSettings(List.of("not a JSON document")));
  }

  /** The datasets that a document says whose JSON is read. */
  Datasets of(@Nullable Object json) {
    Section document = Section.document(json, problems);
    document.optionalText("$schema"); // for editors
    Section named = document.section("datasets");
    List<Dataset> datasets = named.sections().map(this::dataset).toList();
    if (datasets.isEmpty()) {
      named.problem("no dataset is declared");
    }
    OwnTables.refuseShared(named, datasets);
    String defaultName = defaultName(document, datasets);
    document.refuseTheRest();
    failOnProblems();
    return new Datasets(datasets, defaultName);
  }

  private String defaultName(Section document, List<Dataset> datasets) {
    List<String> names = datasets.stream().map(Dataset::name).toList();
    Optional<String> named = document.optionalText("default");
    if (named.isEmpty() && names.size() > 1) {
      document.problem("default", "missing, as there are several datasets");
    }
    if (named.isPresent() && !names.contains(named.get())) {
      document.problem("default", "has to be one of " + String.join(", ", names));
    }
    return named.orElseGet(() -> names.isEmpty() ? "" : names.getFirst());
  }

  private Dataset dataset(Section declared) {
    if (declared.name().length() > LONGEST_NAME
        || !DATASET_NAME.matcher(declared.name()).matches()) {
      declared.problem(
          "a dataset's name has 1 to 64 letters, digits, dots, hyphens or underscores");
    }
    Section profiles = declared.section("profiles");
    Identifier key = DeclaredIdentifier.key(profiles);
    List<Identifier> others = declared.list("identifiers").map(DeclaredIdentifier::other).toList();
    ProfileTable table = DeclaredProfiles.table(profiles, key);
    List<LinkedTable> linked =
        declared.list("linked").map(one -> DeclaredLinked.table(one, table)).toList();
    List<DeletionType> types = DeclaredTypes.types(declared, table, linked);
    Optional<Suppression> suppression = DeclaredSuppression.list(declared, others);
    Optional<Segments> segments = DeclaredSegments.segments(declared, linked);
    Dataset dataset =
        new Dataset(
            declared.name(),
            table,
            key.ofAtMost(mostBytesOfId(table, linked)),
            others,
            types,
            linked,
            suppression,
            segments,
            DeclaredImports.imports(
                declared,
                table,
                Stream.concat(Stream.of(key), others.stream()).toList(),
                linked,
                segments));
    refuseRepetition(declared, dataset);
    declared.refuseTheRest();
    return dataset;
  }

  /** By DynamoDB's bounds of the keys in which it stands. */
  private static int mostBytesOfId(ProfileTable table, List<LinkedTable> linked) {
    Stream<Integer> partitions =
        Stream.concat(
                Stream.of(table.partition()), linked.stream().map(one -> one.link().attribute()))
            .map(part -> part.template().mostBytesOfId(Identifier.LONGEST_KEY));
    Stream<Integer> sorts =
        Stream.concat(
                table.sort().map(KeyPart::template).stream(),
                linked.stream().flatMap(one -> one.link().sortBegins().stream()))
            .filter(template -> !template.isConstant())
            .map(template -> template.mostBytesOfId(LONGEST_SORT_KEY));
    return Stream.concat(partitions, sorts).mapToInt(Integer::intValue).min().orElseThrow();
  }

  private static void refuseRepetition(Section declared, Dataset dataset) {
    Set<String> names = new HashSet<>(Set.of(dataset.key().name()));
    Set<String> attributes = new HashSet<>(dataset.profiles().keyAttributes());
    dataset.profiles().protectedBy().ifPresent(attributes::add);
    for (int i = 0; i < dataset.identifiers().size(); i++) {
      Identifier identifier = dataset.identifiers().get(i);
      if (!names.add(identifier.name())) {
        declared.problem("identifiers[" + i + "].name", "declared before");
      } else if (!attributes.add(identifier.attribute())) {
        declared.problem("identifiers[" + i + "].attribute", "names an attribute declared before");
      }
    }
    Set<String> tables = new HashSet<>();
    for (int i = 0; i < dataset.linked().size(); i++) {
      if (!tables.add(dataset.linked().get(i).name())) {
        declared.problem("linked[" + i + "].name", "declared before");
      }
    }
  }

  private void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidSettings(List.copyOf(problems));
    }
  }
}
