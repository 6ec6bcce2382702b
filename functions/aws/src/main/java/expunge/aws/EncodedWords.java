package expunge.aws;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in a header that holds ASCII alone, as RFC 2047 writes it: {@code =?UTF-8?B?w7Y=?=}. */
final class EncodedWords {
  private static final String FORM = "=\\?([^?\\s]+)\\?([BbQq])\\?([^?\\s]*)\\?=";
  private static final Pattern WORD = Pattern.compile(FORM);
  private static final Pattern WORDS = Pattern.compile(FORM + "(?:\\s+" + FORM + ")*");
  private static final int HEX_DIGITS = 2;

  private EncodedWords() {}

  /**
   * What the words say; white space between two of them is not part of the text. A run of words of
   * which one can't be decoded, and all other text, stays as it is.
   */
  static String decode(String header) {
    return WORDS.matcher(header).replaceAll(words -> Matcher.quoteReplacement(said(words.group())));
  }

  private static String said(String words) {
    try {
      StringBuilder text = new StringBuilder();
      for (MatchResult word : WORD.matcher(words).results().toList()) {
        text.append(decode(word));
      }
      return text.toString();
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      return words;
    }
  }

  private static String decode(MatchResult word) throws CharacterCodingException {
    byte[] bytes =
        word.group(2).equalsIgnoreCase("B")
            ? Base64.getDecoder().decode(word.group(3))
            : unquoted(word.group(3));
    return Charset.forName(word.group(1)).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static byte[] unquoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '=') {
        String hex = text.substring(i + 1, Math.min(i + 1 + HEX_DIGITS, text.length()));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        i += HEX_DIGITS;
      } else {
        bytes.writeBytes(
            String.valueOf(text.charAt(i)).replace('_', ' ').getBytes(StandardCharsets.US_ASCII));
      }
    }
    return bytes.toByteArray();
  }
}
