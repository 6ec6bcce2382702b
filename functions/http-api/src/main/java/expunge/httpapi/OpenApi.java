package expunge.httpapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The description of this API, in OpenAPI 3.1. It is written by hand and shipped as it is; tests
 * hold routes, roles and answers to it.
 */
public final class OpenApi {
  private static final String DOCUMENT = read();

  private OpenApi() {}

  /** The document's text, one JSON object. */
  public static String document() {
    return DOCUMENT;
  }

  static ApiResponse download(Call notNeeded) {
    return ApiResponse.json(DOCUMENT);
  }

  private static String read() {
    try (InputStream in =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
