package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetWayTest {
  private static final Dataset DATASET =
      Datasets.parse(
              """
              {"datasets": {"shop": {
                "profiles": {"table": "shop", "key": "customer",
                             "partition": {"attribute": "pk", "template": "CUSTOMER#{id}"}},
                "identifiers": [{"name": "email", "index": "by-email"}, {"name": "cookie"}]}}}
              """)
          .defaultDataset();
  private static final Criterion EMAIL = equal("email", text("a@b"));
  private static final Criterion COOKIE = equal("cookie", text("c"));
  private static final TargetWay BY_EMAIL = new TargetWay.ByIndex("by-email", "email", text("a@b"));

  @Test
  void namedKeysAreReadAndNothingElse() {
    assertThat(way(equal("pk", text("CUSTOMER#1")))).isEqualTo(keys("1"));
    assertThat(way(EMAIL, all(COOKIE, equal("pk", text("CUSTOMER#1"))))).isEqualTo(keys("1"));
    Value again = text("CUSTOMER#1");
    Criterion some =
        Criterion.Condition.of("pk", Operator.IN, again, text("CUSTOMER#2"), text("other"), again);
    assertThat(way(some)).isEqualTo(keys("1", "2"));
  }

  @Test
  void whatCanBeNobodysKeyIsNotAskedFor() {
    Stream.of(
            text("1"),
            text("CUSTOMER#"),
            text(""),
            new Value.Numeric("1"),
            text("CUSTOMER#" + "x".repeat(2_048)))
        .forEach(value -> assertThat(way(equal("pk", value))).isEqualTo(keys()));
  }

  @Test
  void aValueOfAnIndexIsLookedUpThere() {
    assertThat(way(EMAIL)).isEqualTo(BY_EMAIL);
    assertThat(way(COOKIE, new Criterion.Not(COOKIE), all(EMAIL))).isEqualTo(BY_EMAIL);
  }

  @Test
  void otherwiseEverybodyIsLookedAt() {
    TargetWay everybody = new TargetWay.Everybody();
    assertThat(way(COOKIE)).isEqualTo(everybody);
    assertThat(way(new Criterion.Any(List.of(EMAIL, COOKIE)))).isEqualTo(everybody);
    assertThat(way(new Criterion.Not(EMAIL))).isEqualTo(everybody);
    assertThat(way(Criterion.Condition.of("email", Operator.BEGINS_WITH, text("a"))))
        .isEqualTo(everybody);
    assertThat(way(Criterion.Condition.of("email", Operator.MISSING))).isEqualTo(everybody);
    Stream.of(text(""), new Value.Numeric("1"), new Value.Flag(true), text("x".repeat(2_049)))
        .forEach(value -> assertThat(way(equal("email", value))).isEqualTo(everybody));
  }

  private static TargetWay way(Criterion... parts) {
    return TargetWay.of(DATASET, all(parts));
  }

  private static TargetWay keys(String... keys) {
    return new TargetWay.Keys(Stream.of(keys).map(ProfileKey::new).toList());
  }

  private static Criterion all(Criterion... parts) {
    return new Criterion.All(List.of(parts));
  }

  private static Criterion equal(String attribute, Value value) {
    return Criterion.Condition.of(attribute, Operator.EQUALS, value);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
