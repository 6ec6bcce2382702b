package expunge.aws;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The content of an object. Closing it early drops the connection: the client's own stream would
 * first read the rest, which may be gigabytes of a file that was rejected at its first line.
 */
final class ObjectStream extends InputStream {
  private final ResponseInputStream<?> content;
  private boolean ended;

  ObjectStream(ResponseInputStream<?> content) {
    this.content = content;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = content.read(bytes, offset, length);
      ended = ended || count < 0;
      return count;
    } catch (SdkException lost) {
      throw new IOException(AwsCall.translated("S3 GetObject", lost).getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      content.close();
    } else {
      content.abort();
    }
  }
}
