package expunge.httpapi;

/**
 * The description of this API, in OpenAPI 3.1. It is written by hand and shipped as it is; tests
 * hold routes, roles and answers to it.
 */
public final class OpenApi {
  private static final String DOCUMENT = Resource.text("openapi.json");

  private OpenApi() {}

  /** The document's text, one JSON object. */
  public static String document() {
    return DOCUMENT;
  }

  static ApiResponse download(Call notNeeded) {
    return ApiResponse.json(DOCUMENT);
  }
}
