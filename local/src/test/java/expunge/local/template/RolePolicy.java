package expunge.local.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A role of the template with its values filled in, and which of its permissions were used. */
public final class RolePolicy {
  private final Set<Grant> grants = new LinkedHashSet<>();
  private final Set<Grant> used = new LinkedHashSet<>();
  private final Set<String> denied = new TreeSet<>();

  /** One action on one resource, which may end in {@code *}. */
  private record Grant(String action, String resource) {
    boolean allows(Permission wanted) {
      boolean inside =
          resource.endsWith("*")
              ? wanted.resource().startsWith(resource.substring(0, resource.length() - 1))
              : wanted.resource().equals(resource);
      return action.equals(wanted.action()) && inside;
    }
  }

  RolePolicy(Part role, Values values) {
    for (Part statement : PolicyRule.statements(role).map(values::of).toList()) {
      for (String action : statement.at("Action").texts()) {
        statement.at("Resource").texts().forEach(it -> grants.add(new Grant(action, it)));
      }
    }
  }

  /** Whether all of it is allowed; notes what was used, and what was denied. */
  synchronized boolean allows(List<Permission> wanted) {
    return wanted.stream().filter(permission -> !allows(permission)).toList().isEmpty();
  }

  private boolean allows(Permission wanted) {
    List<Grant> by = grants.stream().filter(grant -> grant.allows(wanted)).toList();
    used.addAll(by);
    if (by.isEmpty()) {
      denied.add(wanted.action() + " on " + wanted.resource());
    }
    return !by.isEmpty();
  }

  /** What was asked for in vain. */
  public synchronized Set<String> denied() {
    return Set.copyOf(denied);
  }

  /** What nobody asked for, but for these actions, which the platform uses itself. */
  public synchronized List<String> unused(Set<String> byPlatform) {
    return grants.stream()
        .filter(grant -> !used.contains(grant) && !byPlatform.contains(grant.action))
        .map(grant -> grant.action + " on " + grant.resource)
        .toList();
  }
}
