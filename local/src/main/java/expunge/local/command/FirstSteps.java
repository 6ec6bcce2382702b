package expunge.local.command;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import java.util.List;
import java.util.function.Predicate;

/** What a newcomer types to see one profile of the default dataset deleted. */
final class FirstSteps {
  private static final String SAMPLE_KEY = "1000";

  private FirstSteps() {}

  /** Commands for a shell that has sourced the settings. */
  static List<String> of(Dataset dataset) {
    Identifier key = dataset.key();
    String value = sample(key);
    return List.of(
        "aws dynamodb put-item --table-name %s --item '{\"%s\": {\"%s\": \"%s\"}}'"
            .formatted(
                dataset.table(), key.name(), key.type() == KeyType.NUMBER ? "N" : "S", value),
        "printf '%s\\n%s\\n' | aws s3 cp - \"s3://$EXPUNGE_BUCKET/drop/first.csv\""
            .formatted(key.name(), value),
        "curl -u \"$EXPUNGE_VIEWER_KEY:\" \"$EXPUNGE_API_URL/tasks\"");
  }

  /** A value for which there may be a profile; the reader's own where the dataset wants a form. */
  private static String sample(Identifier key) {
    Predicate<String> fits =
        value -> key.pattern().map(form -> form.matcher(value).matches()).orElse(true);
    return fits.test(SAMPLE_KEY) ? SAMPLE_KEY : "YOUR-KEY";
  }
}
