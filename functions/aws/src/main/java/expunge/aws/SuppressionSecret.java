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
 * of a secret in Secrets Manager, or {@code @} and the path of a file.
 */
public sealed interface SuppressionSecret {
  /** The setting. */
  String SETTING = "EXPUNGE_SUPPRESSION_KEY";

  /** No dataset keeps a list. */
  record None() implements SuppressionSecret {}

  /** In Secrets Manager. */
  record InSecretsManager(String arn) implements SuppressionSecret {}

  /** Read already. */
  record Known(SuppressionKey key) implements SuppressionSecret {}

  /** Reads the setting, which has to be there if one of the datasets keeps a list. */
  static SuppressionSecret from(Settings settings, Optional<Datasets> datasets) {
    return datasets.filter(Datasets::suppress).isPresent()
        ? settings.document(SETTING, SuppressionSecret::parse).orElseGet(None::new)
        : new None();
  }

  private static SuppressionSecret parse(String text) {
    if (Arn.FORM.matcher(text).matches()) {
      return new InSecretsManager(text);
    }
    try {
      return new Known(SuppressionKey.of(text));
    } catch (IllegalArgumentException tooShort) {
      throw new InvalidSettings(
          List.of(
              "has to be the ARN of a secret, or @ and the path of a file with at least "
                  + SuppressionKey.LEAST_BYTES
                  + " bytes"));
    }
  }

  /** The form of a secret's ARN. */
  final class Arn {
    private static final Pattern FORM =
        Pattern.compile("arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[!-~]+");

    private Arn() {}
  }
}
