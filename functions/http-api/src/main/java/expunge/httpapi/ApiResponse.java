package expunge.httpapi;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer. No answer is to be kept by anybody on its way, or taken for another type than it says.
 *
 * @param body empty for none
 */
record ApiResponse(int status, Map<String, String> headers, String body) {
  static final int OK = 200;
  static final int CREATED = 201;
  static final int ACCEPTED = 202;
  static final int NO_CONTENT = 204;
  static final int SEE_OTHER = 303;

  private static final Map<String, String> ALWAYS =
      Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

  ApiResponse {
    headers = Map.copyOf(headers);
  }

  static ApiResponse json(String body) {
    return of(OK, "application/json", body);
  }

  static ApiResponse of(int status, String contentType, String body) {
    return new ApiResponse(status, ALWAYS, body).with("Content-Type", contentType);
  }

  static ApiResponse noContent() {
    return new ApiResponse(NO_CONTENT, ALWAYS, "");
  }

  static ApiResponse seeOther(URI location) {
    return new ApiResponse(SEE_OTHER, ALWAYS, "").with("Location", location.toString());
  }

  ApiResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new ApiResponse(status, more, body);
  }

  @Override
  public String toString() {
    return "ApiResponse[" + status + "]";
  }
}
