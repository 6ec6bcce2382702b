package expunge.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

class RolePolicyTest {
  private static final String NOTES = "arn:aws:s3:::files/notes/*";
  private static final String ALL = "arn:aws:s3:::files/*";

  @Test
  void aWiderGrantBesideANarrowOneIsNotNeeded() {
    RolePolicy policy = policy("s3:GetObject", ALL, NOTES);

    assertThat(policy.allows(reading("notes/1"))).isTrue();

    assertThat(policy.unused(Set.of())).containsExactly("s3:GetObject on " + ALL);
  }

  @Test
  void bothAreNeededWhereBothAreUsed() {
    RolePolicy policy = policy("s3:GetObject", ALL, NOTES);

    assertThat(policy.allows(reading("notes/1"))).isTrue();
    assertThat(policy.allows(reading("others/1"))).isTrue();

    assertThat(policy.unused(Set.of())).isEmpty();
  }

  @Test
  void whatNoGrantHoldsIsDeniedAndNoted() {
    RolePolicy policy = policy("s3:GetObject", NOTES);

    assertThat(policy.allows(reading("others/1"))).isFalse();

    assertThat(policy.denied()).containsExactly("s3:GetObject on arn:aws:s3:::files/others/1");
  }

  @Test
  void itsWideResourcesAreToldWithoutTheStar() {
    assertThat(policy("s3:GetObject", NOTES, "arn:aws:s3:::files").wide())
        .containsExactly("arn:aws:s3:::files/notes/");
  }

  @Test
  void deletingAVersionIsAnotherPermissionThanDeleting() {
    RolePolicy policy = policy("s3:DeleteObject", ALL);

    assertThat(policy.allows(deleting(ObjectIdentifier.builder().key("a").build()))).isTrue();
    assertThat(policy.allows(deleting(ObjectIdentifier.builder().key("a").versionId("1").build())))
        .isFalse();
  }

  private static List<Permission> reading(String key) {
    return Permission.neededFor(GetObjectRequest.builder().bucket("files").key(key).build());
  }

  private static List<Permission> deleting(ObjectIdentifier object) {
    return Permission.neededFor(
        DeleteObjectsRequest.builder().bucket("files").delete(d -> d.objects(object)).build());
  }

  private static RolePolicy policy(String action, String... resources) {
    Map<String, Object> statement = Map.of("Action", action, "Resource", List.of(resources));
    Part role =
        new Part(
            Map.of("Policies", List.of(Map.of("PolicyDocument", Map.of("Statement", statement)))));
    return new RolePolicy(role, new Values(new Template(new Part(Map.of())), Map.of()));
  }
}
