package expunge.local.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A body that is to have a SHA-256 known beforehand. It breaks off before its last bytes where it
 * has another one, so that whoever stores it never gets it whole, and stores nothing.
 */
final class VerifiedBody extends FilterInputStream {
  private final byte[] expected;
  private final MessageDigest digest = sha256();
  private long missing;
  private boolean refuted;

  /**
   * @param length of the body in bytes
   * @param sha256 in Base64; text that isn't fits no body
   */
  VerifiedBody(InputStream body, long length, String sha256) {
    super(body);
    this.missing = length;
    this.expected = decoded(sha256);
    this.refuted = length == 0 && !matches();
  }

  private static byte[] decoded(String sha256) {
    try {
      return Base64.getDecoder().decode(sha256);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean matches() {
    return MessageDigest.isEqual(digest.digest(), expected);
  }

  /** Whether the whole body was read and is not the expected one. */
  boolean refuted() {
    return refuted;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      missing -= read;
      if (missing == 0 && !matches()) {
        refuted = true;
        throw new IOException("the body has another SHA-256 than announced");
      }
    }
    return read;
  }
}
