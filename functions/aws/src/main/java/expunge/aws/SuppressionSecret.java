package expunge.aws;

import expunge.dataset.Datasets;
import expunge.run.InvalidSettings;
import expunge.run.Settings;
import expunge.suppression.SuppressionKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the key of the suppression lists is kept, as {@code EXPUNGE_SUPPRESSION_KEY} says: the ARN
 * of a secret in Secrets Manager, or {@code @} and the path of a file; or {@code key:} and the key.
 */
public sealed interface SuppressionSecret {
  /** The setting. */
  String SETTING = "EXPUNGE_SUPPRESSION_KEY";

  /** What a key begins with that stands in the setting itself, for tries in a container. */
  String LITERAL = "key:";

  /** No dataset keeps a list. */
  record None() implements SuppressionSecret {}

  /** In Secrets Manager. */
  record InSecretsManager(String arn) implements SuppressionSecret {}

  /** Read already. */
  record Known(SuppressionKey key) implements SuppressionSecret {}

  /** Reads the setting, which has to be there if one of the datasets keeps a list. */
  static SuppressionSecret from(Settings settings, Optional<Datasets> datasets) {
    return datasets.filter(Datasets::suppress).isPresent()
        ? settings
            .document(SETTING, text -> parse(text, settings.text(SETTING, "").startsWith("@")))
            .orElseGet(None::new)
        : new None();
  }

  /** Only a file holds a key as it is: anything else may be an ARN with a slip of the pen. */
  private static SuppressionSecret parse(String text, boolean isFile) {
    if (!isFile && Arn.FORM.matcher(text).matches()) {
      return new InSecretsManager(text);
    }
    try {
      if (isFile || text.startsWith(LITERAL)) {
        return new Known(SuppressionKey.of(isFile ? text : text.substring(LITERAL.length())));
      }
    } catch (IllegalArgumentException tooShort) {
      // told below
    }
    throw new InvalidSettings(
        List.of(
            "has to be the ARN of a secret, or @ and the path of a file with at least "
                + SuppressionKey.LEAST_BYTES
                + " bytes, or "
                + LITERAL
                + " and those bytes"));
  }

  /** The form of a secret's ARN. */
  final class Arn {
    private static final Pattern FORM =
        Pattern.compile("arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[!-~]+");

    private Arn() {}
  }
}
