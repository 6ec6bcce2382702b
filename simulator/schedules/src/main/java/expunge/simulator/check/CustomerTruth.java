package expunge.simulator.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a file says of customers, row by row.
 *
 * @param rows in order
 */
record CustomerTruth(List<Row> rows) {
  /** The table's key first. */
  private static final List<String> IDENTIFIERS = List.of("id", "email", "phone", "external_id");

  private static final List<String> ATTRIBUTES = List.of("name", "points", "subscribed");
  private static final String SEGMENT = "segment";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

  /**
   * One row.
   *
   * @param shown the first identifier as it stands there
   * @param valid whether it can be imported
   * @param firstLines of those further up that have an identifier of it
   * @param identifiers by their names, as the table has them
   * @param attributes what else the profile gets
   * @param segment which the row says it joins
   */
  record Row(
      int line,
      String shown,
      boolean valid,
      Set<Integer> firstLines,
      SequencedMap<String, String> identifiers,
      Map<String, String> attributes,
      Optional<String> segment) {
    /** Whether anybody is to be written. */
    boolean asksForProfile() {
      return valid && firstLines.isEmpty();
    }

    /** The key that it gives; empty where it gives none. */
    Optional<String> givenKey() {
      return Optional.ofNullable(identifiers.get("id"));
    }

    /** By which a key is made: the first identifier that is none. */
    Optional<Map.Entry<String, String>> leading() {
      return identifiers.entrySet().stream().filter(one -> !one.getKey().equals("id")).findFirst();
    }
  }

  /** Reads a file; empty where it is not acceptable. */
  static Optional<CustomerTruth> of(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      List<Csv.Line> records = Csv.read(text);
      List<String> header = records.getFirst().fields();
      return isKnown(header) && isFilled(header, records.subList(1, records.size()))
          ? Optional.of(of(header, records.subList(1, records.size())))
          : Optional.empty();
    } catch (CharacterCodingException undecodable) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(List<String> header) {
    return header.stream()
        .allMatch(
            name ->
                IDENTIFIERS.contains(name) || ATTRIBUTES.contains(name) || name.equals(SEGMENT));
  }

  private static boolean isFilled(List<String> header, List<Csv.Line> records) {
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      if (records.stream()
          .map(Csv.Line::fields)
          .allMatch(fields -> fields.size() <= column || fields.get(column).isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private static CustomerTruth of(List<String> header, List<Csv.Line> records) {
    Map<String, Integer> lines = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Csv.Line record : records) {
      Map<String, String> cells = cells(header, record.fields());
      SequencedMap<String, String> identifiers = picked(IDENTIFIERS, cells);
      String shown = identifiers.isEmpty() ? "" : identifiers.firstEntry().getValue();
      identifiers.computeIfPresent("email", (_, email) -> email.toLowerCase(Locale.ROOT));
      boolean valid =
          record.fields().size() == header.size() && !identifiers.isEmpty() && isValid(cells);
      Set<Integer> firstLines = new TreeSet<>();
      if (valid) {
        identifiers.forEach(
            (name, value) ->
                Optional.ofNullable(lines.get(name + "=" + value)).ifPresent(firstLines::add));
      }
      if (valid && firstLines.isEmpty()) {
        identifiers.forEach((name, value) -> lines.put(name + "=" + value, record.line()));
      }
      rows.add(
          new Row(
              record.line(),
              shown,
              valid,
              firstLines,
              identifiers,
              picked(ATTRIBUTES, cells),
              Optional.ofNullable(cells.get(SEGMENT))));
    }
    return new CustomerTruth(rows);
  }

  /** Those that are filled in. */
  private static Map<String, String> cells(List<String> header, List<String> fields) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
      if (!fields.get(i).isEmpty()) {
        cells.put(header.get(i), fields.get(i));
      }
    }
    return cells;
  }

  private static SequencedMap<String, String> picked(
      List<String> names, Map<String, String> cells) {
    SequencedMap<String, String> picked = new LinkedHashMap<>();
    names.stream()
        .filter(cells::containsKey)
        .forEach(name -> picked.put(name, cells.getOrDefault(name, "")));
    return picked;
  }

  private static boolean isValid(Map<String, String> cells) {
    return cells.values().stream().noneMatch(cell -> CONTROL.matcher(cell).matches())
        && NUMBER.matcher(cells.getOrDefault("points", "0")).matches();
  }
}
