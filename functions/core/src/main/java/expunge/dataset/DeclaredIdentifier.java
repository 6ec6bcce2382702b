package expunge.dataset;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what is declared of an identifier. */
final class DeclaredIdentifier {
  static final SequencedMap<String, KeyType> TYPES = types();

  private static final Pattern COLUMN_NAME = Pattern.compile("[^[:cntrl:]\"]{1,255}");
  private static final int MOST_MATCHES = 1_000;
  private static final int MATCHES = 50;
  private static final int LONGEST_PATTERN = 1_000;

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
            index(declared),
            Identifier.LONGEST_KEY);
    declared.refuseTheRest();
    return identifier;
  }

  static String columnName(Section section, String member) {
    String name = section.text(member);
    if (!COLUMN_NAME.matcher(name).matches() || !name.equals(name.strip())) {
      section.problem(
          member,
          "is no header of a column: a control character, a quote, a space at an end, or over 255"
              + " characters");
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
    refuseWhatSaysNothing(declared, matches);
    return declared.optionalIndex("index").map(name -> new Index(name, matches));
  }

  private static void refuseWhatSaysNothing(Section declared, Matches matches) {
    if (!declared.has("index")) {
      declared.refuse(List.of("matches", "order", "limit"), "needs an index");
      return;
    }
    switch (matches) {
      case Matches.Ambiguous _ ->
          declared.refuse(List.of("order", "limit"), "says nothing where several are ambiguous");
      case Matches.First _ ->
          declared.refuse(List.of("limit"), "says nothing where the first is meant");
      case Matches.All _ -> {
        // has both
      }
    }
  }

  private static Order order(Section declared) {
    Order order =
        new Order(Optional.of(declared.attribute("attribute")), declared.flag("descending"));
    declared.refuseTheRest();
    return order;
  }

  static Optional<Pattern> pattern(Section section, String member) {
    Optional<String> text = section.optionalText(member);
    if (text.filter(pattern -> pattern.contains("&&")).isPresent()) {
      section.problem(member, "uses &&, which means something else here than in Java");
      return Optional.empty();
    }
    if (text.filter(pattern -> pattern.length() > LONGEST_PATTERN).isPresent()) {
      section.problem(member, "is longer than " + LONGEST_PATTERN + " characters");
      return Optional.empty();
    }
    try {
      return text.map(Pattern::compile);
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
