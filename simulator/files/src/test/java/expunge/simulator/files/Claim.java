package expunge.simulator.files;

/** A claim that is checked a million times a minute, too often for AssertJ. */
final class Claim {
  private Claim() {}

  static void holds(boolean claim, String what) {
    if (!claim) {
      throw new AssertionError("it does not hold that " + what);
    }
  }

  static void same(Object actual, Object expected, String what) {
    if (!actual.equals(expected)) {
      throw new AssertionError(what + " differs:\n" + actual + "\n" + expected);
    }
  }
}
