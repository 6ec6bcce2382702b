package expunge.simulator.files;

/**
 * Exchanges letters and digits that neither a file's form nor its header nor an archive's first
 * bytes consist of. A file and its exchanged twin have the same form and different people in them.
 */
final class Letters {
  private static final String[] CIRCLES = {"bcfgjknopquvwxy", "234568", "CGHJNOQUVWX"};
  private static final byte[] NEXT = new byte[256];

  static {
    for (int b = 0; b < NEXT.length; b++) {
      NEXT[b] = (byte) b;
    }
    for (String circle : CIRCLES) {
      for (int i = 0; i < circle.length(); i++) {
        NEXT[circle.charAt(i)] = (byte) circle.charAt((i + 1) % circle.length());
      }
    }
  }

  private Letters() {}

  static byte[] exchanged(byte[] bytes) {
    byte[] twin = bytes.clone();
    for (int i = 0; i < twin.length; i++) {
      twin[i] = NEXT[twin[i] & 0xFF];
    }
    return twin;
  }
}
