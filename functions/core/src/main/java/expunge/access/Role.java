package expunge.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a key may do. Each role may do everything that those before it may. */
public enum Role {
  /** Sees the status of tasks. */
  VIEWER,
  /** Reads reports, deletes single profiles, imports. */
  OPERATOR,
  /** Deletes in bulk, and manages keys. */
  ADMINISTRATOR;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in settings and answers, such as {@code viewer}. */
  public String word() {
    return word;
  }

  /** The role of this very word; empty where there is none. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }

  /** All words, from the lowest role to the highest. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }

  /** Whether this role may do what {@code other} may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
