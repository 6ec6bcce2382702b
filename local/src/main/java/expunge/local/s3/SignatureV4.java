package expunge.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 of a request whose signature stands in its query. */
final class SignatureV4 {
  private SignatureV4() {}

  /**
   * The signature that the call must carry.
   *
   * @param call with the parameters X-Amz-Date and X-Amz-Credential
   * @param signedHeaders in lower case, sorted
   */
  static String of(S3Call call, List<String> signedHeaders, String secret) {
    String credential = call.parameter("X-Amz-Credential").orElseThrow();
    String scope = credential.substring(credential.indexOf('/') + 1);
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            call.parameter("X-Amz-Date").orElseThrow(),
            scope,
            sha256(canonicalRequest(call, signedHeaders)));
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String canonicalRequest(S3Call call, List<String> signedHeaders) {
    String query =
        call.query().stream()
            .filter(parameter -> !parameter.name().equals("X-Amz-Signature"))
            .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
            .sorted()
            .collect(Collectors.joining("&"));
    String headers =
        signedHeaders.stream()
            .map(name -> name + ":" + header(call, name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        call.method(),
        encoded(call.uri().getPath()).replace("%2F", "/"),
        query,
        headers,
        String.join(";", signedHeaders),
        payload(call));
  }

  private static String payload(S3Call call) {
    return call.parameter("X-Amz-Content-Sha256")
        .or(() -> Optional.ofNullable(call.headers().getFirst("x-amz-content-sha256")))
        .orElse("UNSIGNED-PAYLOAD");
  }

  private static String header(S3Call call, String name) {
    return call.headers().getOrDefault(name, List.of()).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
