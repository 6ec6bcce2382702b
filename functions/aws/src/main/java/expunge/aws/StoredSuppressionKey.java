package expunge.aws;

import expunge.run.ExpungeException;
import expunge.suppression.SuppressionKey;
import expunge.suppression.SuppressionKeys;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The key of the suppression lists; a secret is read once, when it is first asked for. */
final class StoredSuppressionKey implements SuppressionKeys {
  private final SuppressionSecret secret;
  private final Supplier<SecretsManagerClient> client;
  private Optional<SuppressionKey> known = Optional.empty();

  StoredSuppressionKey(SuppressionSecret secret, Supplier<SecretsManagerClient> client) {
    this.secret = secret;
    this.client = client;
  }

  @Override
  public synchronized SuppressionKey key() {
    SuppressionKey key = known.orElseGet(this::read);
    known = Optional.of(key);
    return key;
  }

  private SuppressionKey read() {
    return switch (secret) {
      case SuppressionSecret.None _ -> SuppressionKeys.NONE.key();
      case SuppressionSecret.Known(SuppressionKey key) -> key;
      case SuppressionSecret.InSecretsManager(String arn) -> inSecretsManager(arn);
    };
  }

  private SuppressionKey inSecretsManager(String arn) {
    String text =
        AwsCall.of(
                "Secrets Manager GetSecretValue",
                () ->
                    Optional.ofNullable(
                        client.get().getSecretValue(r -> r.secretId(arn)).secretString()))
            .orElse("");
    try {
      return SuppressionKey.of(text);
    } catch (IllegalArgumentException tooShort) {
      throw new ExpungeException.Permanent("the secret is no text, or too short for a key", null);
    }
  }
}
