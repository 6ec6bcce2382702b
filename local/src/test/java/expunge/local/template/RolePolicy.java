package expunge.local.template;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A role of the template with its values filled in, and which of its permissions were used. */
public final class RolePolicy {
  private final Set<Grant> grants = new LinkedHashSet<>();
  private final Set<Grant> used = new LinkedHashSet<>();
  private final Set<String> denied = new TreeSet<>();

  /**
   * One action on one resource, which may end in {@code *}.
   *
   * @param reason why it is granted: the resource itself, or the parameter with which operators
   *     list resources, of which some may not need the action
   */
  private record Grant(String action, String resource, String reason) {
    boolean allows(Permission wanted) {
      boolean inside =
          isWide() ? wanted.resource().startsWith(beginning()) : wanted.resource().equals(resource);
      return action.equals(wanted.action()) && inside;
    }

    boolean isWide() {
      return resource.endsWith("*");
    }

    /** What every resource inside has in common; the longer, the narrower. */
    String beginning() {
      return isWide() ? resource.substring(0, resource.length() - 1) : resource;
    }
  }

  RolePolicy(Part role, Values values) {
    for (Part declared : PolicyRule.statements(role, values).toList()) {
      Part statement = values.of(declared);
      Part listed = values.chosen(declared.at("Resource")).at("Ref");
      for (String action : statement.at("Action").texts()) {
        for (String resource : statement.at("Resource").texts()) {
          grants.add(new Grant(action, resource, listed.isThere() ? listed.text() : resource));
        }
      }
    }
  }

  /** Whether all of it is allowed; notes what was used, and what was denied. */
  synchronized boolean allows(List<Permission> wanted) {
    return wanted.stream().filter(permission -> !allows(permission)).toList().isEmpty();
  }

  private boolean allows(Permission wanted) {
    Optional<Grant> narrowest =
        grants.stream()
            .filter(grant -> grant.allows(wanted))
            .max(Comparator.comparingInt(grant -> grant.beginning().length()));
    narrowest.ifPresentOrElse(
        used::add, () -> denied.add(wanted.action() + " on " + wanted.resource()));
    return narrowest.isPresent();
  }

  /** What was asked for in vain. */
  public synchronized Set<String> denied() {
    return Set.copyOf(denied);
  }

  /** The resources that are many: what their names begin with. */
  public Set<String> wide() {
    return grants.stream().filter(Grant::isWide).map(Grant::beginning).collect(Collectors.toSet());
  }

  /**
   * What nobody needed, as nothing narrower allowed it, but for these actions, which the platform
   * uses itself.
   */
  public synchronized List<String> unused(Set<String> byPlatform) {
    return grants.stream()
        .filter(grant -> !isUsed(grant) && !byPlatform.contains(grant.action))
        .map(grant -> grant.action + " on " + grant.resource)
        .toList();
  }

  private boolean isUsed(Grant grant) {
    return used.stream()
        .anyMatch(one -> one.action.equals(grant.action) && one.reason.equals(grant.reason));
  }
}
