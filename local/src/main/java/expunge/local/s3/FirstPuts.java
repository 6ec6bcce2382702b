package expunge.local.s3;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets puts that are meant to be the first of their key by one after the other, as an emulator may
 * look for an object long before it writes its own.
 */
final class FirstPuts {
  private static final int LOCKS = 64;

  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

  /** What to hold while the call is under way; a lock of nobody else's where it is no such put. */
  Lock lockFor(S3Call call) {
    return call.method().equals("PUT") && call.headers().containsKey("If-None-Match")
        ? locks.get(Math.floorMod(call.key().hashCode(), LOCKS))
        : new ReentrantLock();
  }
}
