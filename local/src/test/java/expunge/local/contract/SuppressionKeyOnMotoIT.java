package expunge.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.SuppressionSecret;
import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.local.Moto;
import expunge.run.ExpungeException;
import expunge.run.SystemScheduler;
import expunge.suppression.SuppressionKey;
import expunge.suppression.SuppressionKeys;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The key of the suppression lists in Secrets Manager, as moto keeps it. Skipped where there is no
 * moto, unless CI is set.
 */
class SuppressionKeyOnMotoIT {
  private static final String SECRET = "a secret of 32 bytes and some more";
  private static final Dataset MEMBERS =
      Dataset.byKey("members", "members", Identifier.plain("id", KeyType.TEXT));

  private static Optional<Moto> moto = Optional.empty();
  private static Optional<AwsClients> clients = Optional.empty();

  @BeforeAll
  static void startMoto() {
    Moto started = Moto.start();
    moto = Optional.of(started);
    clients = Optional.of(EmulatedAws.clientsWithSecretsAt(started.endpoint()));
  }

  @AfterAll
  static void stopMoto() {
    clients.ifPresent(AwsClients::close);
    moto.ifPresent(Moto::close);
  }

  @Test
  void theSecretsTextIsTheKeyAndIsReadOnce() {
    String arn = secret("key", SECRET);
    SuppressionKeys keys = keys(arn);

    assertThat(id(keys)).isEqualTo(SuppressionKey.of(SECRET).entry(MEMBERS, "id", "7"));
    clients
        .orElseThrow()
        .secrets()
        .get()
        .putSecretValue(r -> r.secretId(arn).secretString("another"));
    assertThat(id(keys)).isEqualTo(SuppressionKey.of(SECRET).entry(MEMBERS, "id", "7"));
  }

  @Test
  void aSecretThatIsNotThereOrTooShortIsAFaultThatTellsNothing() {
    assertThatThrownBy(() -> keys(secret("short", "not long")).key())
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageNotContaining("not long");
    String missing = "arn:aws:secretsmanager:us-east-1:123456789012:secret:missing-abcdef";
    assertThatThrownBy(() -> keys(missing).key()).isInstanceOf(ExpungeException.Permanent.class);
  }

  private static Object id(SuppressionKeys keys) {
    return keys.key().entry(MEMBERS, "id", "7");
  }

  private static String secret(String name, String text) {
    return clients
        .orElseThrow()
        .secrets()
        .get()
        .createSecret(r -> r.name(name).secretString(text))
        .arn();
  }

  private static SuppressionKeys keys(String arn) {
    return new AwsPorts(clients.orElseThrow(), new SystemScheduler())
        .suppressionKeys(new SuppressionSecret.InSecretsManager(arn));
  }
}
