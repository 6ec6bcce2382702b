package expunge.deletion;

import expunge.profile.Profile;
import expunge.profile.Target;
import java.util.Map;
import java.util.Optional;

/** Why a planned profile was not deleted. */
enum Fate {
  /** It is protected. */
  HELD,
  /** It no longer has the identifier of its row. */
  CHANGED,
  /** It, or a record linked to it, is still there after all that could be tried. */
  FAILED;

  /** Why a profile that is as it was read must not be deleted; empty where it may be. */
  static Optional<Fate> of(Profile profile, Target target) {
    if (profile.isProtected()) {
      return Optional.of(HELD);
    }
    return carries(profile, target) ? Optional.empty() : Optional.of(CHANGED);
  }

  private static boolean carries(Profile profile, Target target) {
    return target.carries().entrySet().stream().allMatch(wanted -> isSame(profile, wanted));
  }

  private static boolean isSame(Profile profile, Map.Entry<String, ?> wanted) {
    return wanted.getValue().equals(profile.attributes().get(wanted.getKey()));
  }
}
