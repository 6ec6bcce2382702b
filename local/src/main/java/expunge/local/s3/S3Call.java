package expunge.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path-style request, as far as the front must understand it.
 *
 * @param uri as the client sent it
 * @param bucket empty for a request about all buckets
 * @param key decoded; empty for a request about a bucket
 * @param query decoded parameters in the order of the request
 */
record S3Call(
    String method, URI uri, Headers headers, String bucket, String key, List<Parameter> query) {

  record Parameter(String name, String value) {}

  static S3Call of(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    String[] path = uri.getPath().split("/", 3);
    return new S3Call(
        exchange.getRequestMethod(),
        uri,
        exchange.getRequestHeaders(),
        path.length > 1 ? path[1] : "",
        path.length > 2 ? path[2] : "",
        parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery()));
  }

  private static List<Parameter> parameters(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(parameter -> parameter.split("=", 2))
        .map(pair -> new Parameter(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1])))
        .toList();
  }

  /** A plus sign stands for itself in S3's URLs. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  Optional<String> parameter(String name) {
    return query.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  boolean isPresigned() {
    return parameter("X-Amz-Signature").isPresent();
  }

  /** Which event a success of this call is, if any. */
  Optional<Creation> creation() {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (method.equals("POST") && parameter("uploadId").isPresent()) {
      return Optional.of(Creation.COMPLETE_MULTIPART_UPLOAD);
    }
    if (!method.equals("PUT") || !query.stream().allMatch(S3Call::isNoSubResource)) {
      return Optional.empty();
    }
    return Optional.of(headers.containsKey("x-amz-copy-source") ? Creation.COPY : Creation.PUT);
  }

  private static boolean isNoSubResource(Parameter parameter) {
    return parameter.name().equals("x-id") || parameter.name().startsWith("X-Amz-");
  }
}
