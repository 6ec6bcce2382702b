package expunge.simulator.contract;

import expunge.object.ObjectStore;
import java.nio.charset.StandardCharsets;

/** Where the parts of a contract get their store from. */
public interface ObjectStoreUnderTest {
  /** What everything is said to be. */
  String TEXT = "text/plain";

  /** The store, the same on each call within a test. */
  ObjectStore store();

  /** The beginning of all keys of a test, with a slash at its end. */
  String folder();

  /** The text in UTF-8. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
