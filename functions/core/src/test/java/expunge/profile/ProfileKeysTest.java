package expunge.profile;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileKeysTest {
  private static final Dataset SINGLE_TABLE =
      dataset(
          """
          "partition": {"attribute": "pk", "template": "CUSTOMER#{id}"},
          "sort": {"attribute": "sk", "template": "PROFILE#{id}"}
          """);
  private static final Dataset NUMBERS = dataset("\"keyType\": \"number\"");

  private static Dataset dataset(String members) {
    return Datasets.parse(
            "{\"datasets\": {\"a\": {\"profiles\": {\"table\": \"t\", \"key\": \"id\", %s}}}}"
                .formatted(members))
        .defaultDataset();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  @Test
  void aKeyStandsInTheAttributesAsDeclaredAndComesOutAgain() {
    ProfileKey key = new ProfileKey("7");
    Map<String, Value> item = ProfileKeys.write(SINGLE_TABLE, key);

    assertThat(item)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("pk", text("CUSTOMER#7"), "sk", text("PROFILE#7")));
    assertThat(ProfileKeys.read(SINGLE_TABLE, item)).contains(key);
    assertThat(ProfileKeys.attributes(SINGLE_TABLE)).containsExactly("pk", "sk");
  }

  @Test
  void anItemOfAnotherFormIsNoProfile() {
    assertThat(ProfileKeys.read(SINGLE_TABLE, Map.of())).isEmpty();
    assertThat(read("CUSTOMER#7", "ORDER#1")).isEmpty();
    assertThat(read("CUSTOMER#7", "PROFILE#8")).isEmpty();
    assertThat(read("SHOP#7", "PROFILE#7")).isEmpty();
    assertThat(read("CUSTOMER#", "PROFILE#")).isEmpty();
  }

  private static java.util.Optional<ProfileKey> read(String partition, String sort) {
    return ProfileKeys.read(SINGLE_TABLE, Map.of("pk", text(partition), "sk", text(sort)));
  }

  @Test
  void aTextIsNotReadAsANumberNorANumberAsAText() {
    assertThat(ProfileKeys.read(NUMBERS, Map.of("id", new Value.Numeric("7.0"))))
        .contains(new ProfileKey("7"));
    assertThat(ProfileKeys.read(NUMBERS, Map.of("id", text("7")))).isEmpty();
    assertThat(ProfileKeys.read(SINGLE_TABLE, Map.of("pk", new Value.Numeric("7")))).isEmpty();
  }
}
