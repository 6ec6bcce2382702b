package expunge.httpapi;

import expunge.access.BasicCredentials;
import java.util.Map;
import java.util.Optional;

/**
 * A call as it arrives.
 *
 * @param method in upper case
 * @param path decoded, from the first slash
 * @param query decoded; a parameter that was given several times is one text with commas
 * @param headers by name in lower case
 * @param body decoded; empty where there is none
 */
record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  ApiRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** What its caller presents; empty where that is malformed or missing. */
  Optional<BasicCredentials> credentials() {
    return header("authorization").flatMap(BasicCredentials::parse);
  }

  /** Without anything a caller can choose: paths, texts and keys. */
  @Override
  public String toString() {
    return "ApiRequest[" + method + "]";
  }
}
