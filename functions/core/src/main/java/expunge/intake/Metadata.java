package expunge.intake;

import expunge.file.FileOptions;
import expunge.task.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options that come as metadata of the object.
 *
 * @param entries names in lower case
 */
record Metadata(Map<String, String> entries) {
  private static final List<String> YES_AND_NO = List.of("true", "false");

  FileOptions fileOptions() {
    return new FileOptions(text("encoding"), text("delimiter"), text("identifier"));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(entries.get(name)).filter(value -> !value.isEmpty());
  }

  /** Without the entries, which are the uploader's own words. */
  @Override
  public String toString() {
    return "Metadata[…]";
  }

  boolean isDryRun() {
    return text("dry-run").filter("true"::equals).isPresent();
  }

  boolean hasUnknownPurpose() {
    return text("purpose").filter(purpose -> !Request.PURPOSES.contains(purpose)).isPresent();
  }

  /** A word that is neither yes nor no must not decide whether people are deleted. */
  boolean hasUnclearDryRun() {
    return text("dry-run").filter(word -> !YES_AND_NO.contains(word)).isPresent();
  }
}
