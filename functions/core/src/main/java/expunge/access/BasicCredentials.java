package expunge.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as a caller presents it by HTTP Basic: as the user name, with an empty password.
 *
 * @param key what was presented, be it valid or not
 */
public record BasicCredentials(String key) {
  private static final Pattern HEADER = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+=*) *");
  private static final char BEFORE_PASSWORD = ':';

  /**
   * Reads an {@code Authorization} header; empty where it is malformed, has another scheme, no user
   * name, or a password.
   */
  public static Optional<BasicCredentials> parse(String header) {
    Matcher matcher = HEADER.matcher(header);
    return matcher.matches()
        ? decoded(matcher.group(1)).flatMap(BasicCredentials::ofPair)
        : Optional.empty();
  }

  /** By which the key is looked up. */
  public KeyHash hash() {
    return KeyHash.of(key);
  }

  @Override
  public String toString() {
    return "BasicCredentials[…]";
  }

  private static Optional<BasicCredentials> ofPair(String pair) {
    boolean emptyPassword = pair.indexOf(BEFORE_PASSWORD) == pair.length() - 1;
    return emptyPassword && pair.length() > 1
        ? Optional.of(new BasicCredentials(pair.substring(0, pair.length() - 1)))
        : Optional.empty();
  }

  private static Optional<String> decoded(String base64) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
