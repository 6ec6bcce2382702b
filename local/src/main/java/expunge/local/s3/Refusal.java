package expunge.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An error that the front answers itself, in S3's form. */
record Refusal(int status, String code, String message) {

  void writeTo(HttpExchange exchange) throws IOException {
    readToItsEnd(exchange.getRequestBody());
    byte[] body =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message></Error>\
        """
            .formatted(code, message)
            .getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(head ? new byte[0] : body);
    }
  }

  /** Or clients that are still sending would see a broken connection instead of the answer. */
  private static void readToItsEnd(InputStream request) {
    try {
      request.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // already closed by whoever failed to pass it on
    }
  }
}
