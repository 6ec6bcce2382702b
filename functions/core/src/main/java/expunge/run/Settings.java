package expunge.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a function's environment. A getter that finds a problem notes it and answers with something
 * of the right type; {@link #check} then fails with all problems at once, so nothing may be done
 * with an answer before. A blank value counts as none. No message holds a value.
 */
public final class Settings {
  private static final String FILE_MARK = "@";

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  /** Over a copy of these variables. */
  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** A text that has to be there. */
  public String text(String name) {
    return optionalText(name).orElseGet(() -> problem(name, "missing", ""));
  }

  /** A text, or {@code fallback} where there is none. */
  public String text(String name, String fallback) {
    return optionalText(name).orElse(fallback);
  }

  /** As {@link #text(String, String)}, of an address to which paths are added. */
  public String address(String name, String fallback) {
    String address = text(name, fallback);
    return address.endsWith("/") ? problem(name, "must not end with a slash", "") : address;
  }

  /** A text without white space at its ends; empty where there is none. */
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** A whole number from {@code least} to {@code most}, or {@code fallback} where there is none. */
  public int integer(String name, int fallback, int least, int most) {
    return optionalText(name).map(text -> integer(name, text, least, most)).orElse(fallback);
  }

  /**
   * Something that has to be there and has a form of its own, written out, or as {@code @} and the
   * path of a file that holds it.
   *
   * @param parser throws {@link InvalidSettings} with everything that is wrong
   * @return empty only where a problem was noted
   */
  public <T> Optional<T> document(String name, Function<String, T> parser) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      problems.add(name + ": missing");
    }
    return text.flatMap(found -> content(name, found)).flatMap(all -> parsed(name, all, parser));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidSettings if any getter found a problem
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
  }

  private int integer(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // told below, as for a number out of bounds
    }
    return problem(name, "has to be a whole number from " + least + " to " + most, least);
  }

  private Optional<String> content(String name, String text) {
    if (!text.startsWith(FILE_MARK)) {
      return Optional.of(text);
    }
    try {
      return Optional.of(Files.readString(Path.of(text.substring(FILE_MARK.length()))));
    } catch (IOException | InvalidPathException unreadable) {
      return problem(name, "names a file that can't be read as UTF-8 text", Optional.empty());
    }
  }

  private <T> Optional<T> parsed(String name, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (InvalidSettings invalid) {
      invalid.problems().forEach(problem -> problems.add(name + ": " + problem));
      return Optional.empty();
    }
  }

  private <T> T problem(String name, String problem, T instead) {
    problems.add(name + ": " + problem);
    return instead;
  }
}
