package expunge.httpapi;

/** What a browser shows of this API: where to go on. */
final class Page {
  private static final String HTML = Resource.text("page.html");

  private Page() {}

  /** It loads nothing and runs nothing. */
  static ApiResponse show(Call notNeeded) {
    return ApiResponse.of(ApiResponse.OK, "text/html; charset=utf-8", HTML)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  }
}
