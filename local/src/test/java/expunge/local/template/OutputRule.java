package expunge.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The stack tells what its manual says it tells. */
final class OutputRule implements Rule {
  private static final String TABLE = "\n| output | for |\n|---|---|\n";
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Override
  public List<String> problems(Template expanded) {
    Set<String> told = new TreeSet<>(expanded.root().at("Outputs").map().keySet());
    Set<String> documented = documented();
    return told.equals(documented)
        ? List.of()
        : List.of("the outputs are " + told + ", docs/deploy.md has " + documented);
  }

  /** The names in the first column. */
  private static Set<String> documented() {
    String manual = manual();
    String table = manual.substring(manual.indexOf(TABLE) + TABLE.length());
    Set<String> names = new TreeSet<>();
    table
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .forEach(cell -> NAME.matcher(cell).results().forEach(name -> names.add(name.group(1))));
    return names;
  }

  private static String manual() {
    try {
      return Files.readString(Template.file().resolveSibling("docs/deploy.md"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
