package expunge.simulator.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives a thousand times smaller than what is in them. */
final class Bombs {
  private static final byte[] BLOCK = new byte[1 << 16];

  private Bombs() {}

  static String zip(int bytes) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      write(zip, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return archive.toString(StandardCharsets.ISO_8859_1);
  }

  static String gzip(int bytes) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(archive)) {
      write(gzip, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return archive.toString(StandardCharsets.ISO_8859_1);
  }

  private static void write(OutputStream archive, int bytes) throws IOException {
    for (int left = bytes; left > 0; left -= BLOCK.length) {
      archive.write(BLOCK, 0, Math.min(left, BLOCK.length));
    }
  }
}
