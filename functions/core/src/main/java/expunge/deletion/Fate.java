package expunge.deletion;

import expunge.dataset.DeletionType;
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
  /**
   * It is still there after all that could be tried, or not all is taken from it and from what is
   * linked to it; a retry finds it.
   */
  FAILED,
  /**
   * It is gone, or has lost the identifier of its row with all else that it was to lose, so that a
   * retry would not find it; and a record linked to it is still there after all that could be
   * tried.
   */
  LINKED_LEFT;

  /** Whether something was left undone. */
  boolean isOpen() {
    return this == FAILED || this == LINKED_LEFT;
  }

  /**
   * Why a profile that is as it was read must not be touched; empty where it may be, or where
   * nothing is left to be taken from it, be it an identifier.
   */
  static Optional<Fate> of(Profile profile, Target target, DeletionType type) {
    if (profile.isProtected()) {
      return Optional.of(HELD);
    }
    return carries(profile, target) || !hasToLose(profile, type)
        ? Optional.empty()
        : Optional.of(CHANGED);
  }

  /** Whether the deletion would take anything from it. */
  static boolean hasToLose(Profile profile, DeletionType type) {
    return switch (type) {
      case DeletionType.Complete _ -> true;
      case DeletionType.RemoveAttributes some ->
          some.attributes().stream().anyMatch(profile.attributes()::containsKey);
    };
  }

  /** Whether it has the identifier of its row. */
  static boolean carries(Profile profile, Target target) {
    return target.carries().entrySet().stream().allMatch(wanted -> isSame(profile, wanted));
  }

  private static boolean isSame(Profile profile, Map.Entry<String, ?> wanted) {
    return wanted.getValue().equals(profile.attributes().get(wanted.getKey()));
  }
}
