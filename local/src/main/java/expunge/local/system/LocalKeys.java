package expunge.local.system;

import expunge.access.ApiKey;
import expunge.access.NewKey;
import expunge.access.Role;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An API key for each role, made anew at every start. */
public final class LocalKeys {
  private final Map<Role, NewKey> keys = new EnumMap<>(Role.class);

  LocalKeys() {
    SecureRandom random = new SecureRandom();
    for (Role role : Role.values()) {
      keys.put(role, NewKey.generate(random::nextBytes));
    }
  }

  /** The key itself, to be sent as the user name of HTTP Basic. */
  public String text(Role role) {
    return key(role).text();
  }

  /** The header {@code Authorization} of a call with this key. */
  public String authorization(Role role) {
    byte[] credentials = (text(role) + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** The hashes, as the functions' configuration takes them. */
  String configuration() {
    return keys.entrySet().stream()
        .map(
            key ->
                new ApiKey("local-" + key.getKey().word(), key.getKey(), key.getValue().hash())
                    .entry())
        .collect(Collectors.joining(","));
  }

  private NewKey key(Role role) {
    NewKey key = keys.get(role);
    if (key == null) {
      throw new IllegalStateException("every role has a key");
    }
    return key;
  }
}
