package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.object.ObjectGone;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link expunge.object.ObjectStore#join}. */
interface JoinContract extends ObjectStoreUnderTest {
  @Test
  default void partsAreJoinedInTheirOrderAfterTheHead() {
    List<String> parts = parts("b,1\n", "", "a,2\n");
    store().join(folder() + "report.csv", TEXT, ObjectStoreUnderTest.bytes("head\n"), parts);
    assertThat(store().read(folder() + "report.csv"))
        .contains(ObjectStoreUnderTest.bytes("head\nb,1\na,2\n"));
  }

  @Test
  default void whatIsMadeOfEachPartIsJoinedInsteadOfIt() {
    List<String> parts = parts("b", "", "aa");
    byte[] head = ObjectStoreUnderTest.bytes("head\n");
    store()
        .join(
            folder() + "retry.csv",
            TEXT,
            head,
            parts,
            part -> ObjectStoreUnderTest.bytes(part.length + "\n"));
    assertThat(store().read(folder() + "retry.csv"))
        .contains(ObjectStoreUnderTest.bytes("head\n1\n0\n2\n"));
  }

  @Test
  default void manySmallPartsAreJoined() {
    StringBuilder whole = new StringBuilder();
    List<String> parts = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      parts.addAll(parts("line " + n + "\n"));
      whole.append("line ").append(n).append('\n');
    }
    store().join(folder() + "report.csv", TEXT, new byte[0], parts);
    assertThat(store().read(folder() + "report.csv"))
        .contains(ObjectStoreUnderTest.bytes(whole.toString()));
  }

  @Test
  default void largePartsAreJoinedByteByByte() {
    byte[] large = new byte[6 << 20];
    new Random(1).nextBytes(large);
    store().put(folder() + "large", TEXT, large);
    List<String> parts = List.of(folder() + "large", parts("small").getFirst(), folder() + "large");
    store().join(folder() + "whole", TEXT, ObjectStoreUnderTest.bytes("head"), parts);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    List.of(ObjectStoreUnderTest.bytes("head"), large, ObjectStoreUnderTest.bytes("small"), large)
        .forEach(expected::writeBytes);
    assertThat(store().read(folder() + "whole")).contains(expected.toByteArray());
  }

  @Test
  default void withoutPartsTheHeadAloneIsWritten() {
    store().join(folder() + "report.csv", TEXT, ObjectStoreUnderTest.bytes("head\n"), List.of());
    assertThat(store().read(folder() + "report.csv"))
        .contains(ObjectStoreUnderTest.bytes("head\n"));
  }

  @Test
  default void nothingAtAllIsJoinedToAnEmptyObject() {
    store().join(folder() + "report.csv", TEXT, new byte[0], parts(""));
    assertThat(store().read(folder() + "report.csv")).contains(new byte[0]);
  }

  @Test
  default void joiningAgainReplacesTheWhole() {
    List<String> parts = parts("a", "b");
    store().join(folder() + "report.csv", TEXT, ObjectStoreUnderTest.bytes("first "), parts);
    store().join(folder() + "report.csv", TEXT, ObjectStoreUnderTest.bytes("second "), parts);
    assertThat(store().read(folder() + "report.csv"))
        .contains(ObjectStoreUnderTest.bytes("second ab"));
  }

  @Test
  default void aMissingPartIsToldAndNothingAppears() {
    List<String> parts = List.of(parts("a").getFirst(), folder() + "nothing");
    assertThatThrownBy(
            () ->
                store()
                    .join(folder() + "report.csv", TEXT, ObjectStoreUnderTest.bytes("head"), parts))
        .isInstanceOf(ObjectGone.class);
    assertThat(store().read(folder() + "report.csv")).isEmpty();
  }

  @Test
  default void severalMayJoinTheSameAtOnce() {
    List<String> parts = parts("a", "b", "c");
    AtOnce.run(
        4,
        n -> {
          store().join(folder() + "report.csv", TEXT, ObjectStoreUnderTest.bytes("head "), parts);
          return n;
        });
    assertThat(store().read(folder() + "report.csv"))
        .contains(ObjectStoreUnderTest.bytes("head abc"));
  }

  private List<String> parts(String... contents) {
    List<String> keys = new ArrayList<>();
    for (String content : contents) {
      String key = folder() + "parts/" + UUID.randomUUID();
      store().put(key, TEXT, ObjectStoreUnderTest.bytes(content));
      keys.add(key);
    }
    return keys;
  }
}
