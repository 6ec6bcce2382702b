package expunge.file;

import java.util.List;
import java.util.Locale;

/** What several refusals say in the same words. */
final class Wording {
  static final String TEMPLATE = "The template is at GET /template.csv.";
  static final String TEMPLATES =
      "The template is at GET /template.csv, that of an import at GET /template.csv?kind=import.";

  private Wording() {}

  static String listed(List<String> names) {
    return String.join(", ", names);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
