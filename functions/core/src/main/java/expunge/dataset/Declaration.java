package expunge.dataset;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import expunge.run.InvalidSettings;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the document that declares the datasets; one reading for each instance. */
final class Declaration {
  private static final Pattern DATASET_NAME = Pattern.compile("\\.*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final int LONGEST_NAME = 64;
  private static final Pattern COLUMN_NAME = Pattern.compile("[^[:cntrl:]]+");
  private static final Map<String, KeyType> KEY_TYPES =
      Map.of("text", KeyType.TEXT, "number", KeyType.NUMBER);

  private final List<String> problems = new ArrayList<>();

  Datasets read(String json) {
    Section document = Section.document(parse(json), problems);
    Section named = document.section("datasets");
    List<Dataset> datasets = named.sections().map(this::dataset).toList();
    if (datasets.isEmpty()) {
      named.problem("no dataset is declared");
    }
    String defaultName = defaultName(document, datasets);
    document.refuseTheRest();
    failOnProblems();
    return new Datasets(datasets, defaultName);
  }

  /** Read as the one element of a list, since the reader ignores what follows a value. */
  private Object parse(String json) {
    try {
      List<Object> values = Jsonb.instance().type(Object.class).list().fromJson("[" + json + "]");
      if (values.size() == 1) {
        return values.getFirst();
      }
    } catch (JsonException malformed) {
      // told below, without the text around the place
    }
    problems.add("not a JSON document");
    throw new InvalidSettings(problems);
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
    Identifier key = identifier(profiles, "key", type(profiles), "keyPattern");
    Dataset plain = Dataset.byKey(declared.name(), profiles.text("table"), key);
    OptionalInt ceiling = profiles.positive("writesPerSecond");
    Dataset dataset =
        (ceiling.isPresent() ? plain.atMost(ceiling.getAsInt()) : plain)
            .with(declared.list("identifiers").map(this::otherIdentifier).toList());
    profiles.refuseTheRest();
    refuseRepeatedNames(declared, dataset);
    declared.refuseTheRest();
    return dataset;
  }

  private Identifier otherIdentifier(Section declared) {
    Identifier identifier = identifier(declared, "name", KeyType.TEXT, "pattern");
    declared.refuseTheRest();
    return identifier;
  }

  private static KeyType type(Section profiles) {
    String word = profiles.optionalText("keyType").orElse("text");
    if (!KEY_TYPES.containsKey(word)) {
      profiles.problem("keyType", "has to be text or number");
    }
    return KEY_TYPES.getOrDefault(word, KeyType.TEXT);
  }

  private static Identifier identifier(
      Section section, String nameMember, KeyType type, String patternMember) {
    String name = section.text(nameMember);
    if (!COLUMN_NAME.matcher(name).matches() || !name.equals(name.strip())) {
      section.problem(
          nameMember, "is no header of a column: a control character, or a space at an end");
    }
    return Identifier.plain(name, type, pattern(section, patternMember));
  }

  private static Optional<Pattern> pattern(Section section, String member) {
    if (section.optionalText(member).filter(pattern -> pattern.contains("&&")).isPresent()) {
      section.problem(member, "uses &&, which means something else here than in Java");
      return Optional.empty();
    }
    try {
      return section.optionalText(member).map(Pattern::compile);
    } catch (PatternSyntaxException malformed) {
      section.problem(member, "not a regular expression: " + malformed.getDescription());
      return Optional.empty();
    }
  }

  private static void refuseRepeatedNames(Section declared, Dataset dataset) {
    Set<String> names = new HashSet<>(Set.of(dataset.key().name()));
    for (int i = 0; i < dataset.identifiers().size(); i++) {
      if (!names.add(dataset.identifiers().get(i).name())) {
        declared.problem("identifiers[" + i + "].name", "declared before");
      }
    }
  }

  private void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
  }
}
