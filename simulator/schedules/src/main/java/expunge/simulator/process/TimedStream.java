package expunge.simulator.process;

import expunge.simulator.fault.Fault;
import expunge.simulator.fault.PortCall;
import java.io.IOException;
import java.io.InputStream;

/** An object's bytes, some at a time, on a connection that may break. */
final class TimedStream extends InputStream {
  private static final int AT_ONCE = 400;
  private static final int BROKEN = -2;

  private final Calls calls;
  private final InputStream bytes;

  TimedStream(Calls calls, InputStream bytes) {
    this.calls = calls;
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count =
        calls.make(
            PortCall.STREAM,
            (fault, _) ->
                TimedProfiles.is(Fault.BROKEN_HALF_WAY, fault)
                    ? BROKEN
                    : next(target, offset, Math.min(length, AT_ONCE)));
    if (count == BROKEN) {
      throw new IOException("the connection broke");
    }
    return count;
  }

  private int next(byte[] target, int offset, int length) {
    try {
      return bytes.read(target, offset, length);
    } catch (IOException impossible) {
      throw new IllegalStateException("bytes in memory can always be read", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
