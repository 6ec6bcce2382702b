package expunge.httpapi;

import expunge.access.Role;
import java.util.Optional;

/** Whoever may call. */
enum Caller {
  NOBODY(Optional.empty()),
  MALFORMED(Optional.empty()),
  VIEWER(Optional.of(Role.VIEWER)),
  OPERATOR(Optional.of(Role.OPERATOR)),
  ADMINISTRATOR(Optional.of(Role.ADMINISTRATOR));

  private final Optional<Role> role;

  Caller(Optional<Role> role) {
    this.role = role;
  }

  /** Lets the next calls be made by this one. */
  Gateway at(Gateway gateway) {
    role.ifPresent(gateway::as);
    return this == MALFORMED ? gateway.with("authorization", "Basic ****") : gateway;
  }

  /**
   * The status with which a call ends before anybody looks at what it asks for; empty where this
   * caller may make it.
   *
   * @param needed a role's word, or {@code none}
   */
  Optional<Integer> refusal(String needed) {
    if (needed.equals("none")) {
      return Optional.empty();
    }
    if (role.isEmpty()) {
      return Optional.of(401);
    }
    Role least = Role.of(needed).orElseThrow();
    return role.get().includes(least) ? Optional.empty() : Optional.of(403);
  }
}
