package expunge.dataset;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what is declared of an identifier. */
final class DeclaredIdentifier {
  static final SequencedMap<String, KeyType> TYPES = types();

  private static final Pattern COLUMN_NAME = Pattern.compile("[^[:cntrl:]]+");
  private static final int MOST_MATCHES = 1_000;
  private static final int MATCHES = 50;

  private DeclaredIdentifier() {}

  /** Of the table's key; its members stand among those of the table. */
  static Identifier key(Section profiles) {
    String name = columnName(profiles, "key");
    KeyType type = profiles.oneOf("keyType", TYPES);
    return Identifier.plain(name, type, pattern(profiles, "keyPattern"));
  }

  static Identifier other(Section declared) {
    String name = columnName(declared, "name");
    Identifier identifier =
        new Identifier(
            name,
            declared.optionalAttribute("attribute").orElse(name),
            declared.oneOf("type", TYPES),
            pattern(declared, "pattern"),
            declared.oneOf("normalization", normalizations()),
            index(declared));
    declared.refuseTheRest();
    return identifier;
  }

  private static String columnName(Section section, String member) {
    String name = section.text(member);
    if (!COLUMN_NAME.matcher(name).matches() || !name.equals(name.strip())) {
      section.problem(
          member, "is no header of a column: a control character, or a space at an end");
    }
    return name;
  }

  private static Optional<Index> index(Section declared) {
    Order order =
        declared.optionalSection("order").map(DeclaredIdentifier::order).orElse(Order.BY_KEY);
    int limit = declared.positive("limit").orElse(MATCHES);
    if (limit > MOST_MATCHES) {
      declared.problem("limit", "has to be " + MOST_MATCHES + " at most");
    }
    SequencedMap<String, Matches> meanings = new LinkedHashMap<>();
    meanings.put("ambiguous", new Matches.Ambiguous());
    meanings.put("first", new Matches.First(order));
    meanings.put("all", new Matches.All(limit, order));
    Matches matches = declared.oneOf("matches", meanings);
    return declared.optionalText("index").map(name -> new Index(name, matches));
  }

  private static Order order(Section declared) {
    Order order =
        new Order(Optional.of(declared.attribute("attribute")), declared.flag("descending"));
    declared.refuseTheRest();
    return order;
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

  private static SequencedMap<String, KeyType> types() {
    SequencedMap<String, KeyType> types = new LinkedHashMap<>();
    types.put("text", KeyType.TEXT);
    types.put("number", KeyType.NUMBER);
    return types;
  }

  private static SequencedMap<String, Normalization> normalizations() {
    SequencedMap<String, Normalization> words = new LinkedHashMap<>();
    for (Normalization one : Normalization.values()) {
      words.put(one.word(), one);
    }
    return words;
  }
}
