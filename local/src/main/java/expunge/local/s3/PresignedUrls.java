package expunge.local.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks presigned URLs as S3 does: the access key, the time, and the signature over the request.
 */
final class PresignedUrls {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
  private static final Duration LONGEST_LIFE = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);
  private static final Set<String> REQUIRED =
      Set.of(
          "X-Amz-Algorithm",
          "X-Amz-Credential",
          "X-Amz-Date",
          "X-Amz-Expires",
          "X-Amz-SignedHeaders");

  private final AccessKey accessKey;
  private final InstantSource clock;

  PresignedUrls(AccessKey accessKey, InstantSource clock) {
    this.accessKey = accessKey;
    this.clock = clock;
  }

  /** Why S3 would refuse the call; empty where it would not, or where its URL is not presigned. */
  Optional<Refusal> refusal(S3Call call) {
    Optional<String> signature = call.parameter("X-Amz-Signature");
    if (signature.isEmpty()) {
      return Optional.empty();
    }
    if (!REQUIRED.stream().allMatch(name -> call.parameter(name).isPresent())) {
      return malformed("A presigned URL needs all of its X-Amz- parameters.");
    }
    return keyRefusal(call)
        .or(() -> timeRefusal(call))
        .or(() -> headerRefusal(call))
        .or(() -> signatureRefusal(call, signature.get()));
  }

  private Optional<Refusal> keyRefusal(S3Call call) {
    List<String> scope = List.of(required(call, "X-Amz-Credential").split("/", -1));
    if (scope.size() != 5) {
      return malformed("X-Amz-Credential is not key/date/region/s3/aws4_request.");
    }
    return scope.getFirst().equals(accessKey.id())
        ? Optional.empty()
        : forbidden("InvalidAccessKeyId", "The access key is not that of this local stack.");
  }

  private Optional<Refusal> timeRefusal(S3Call call) {
    try {
      Instant signed = DATE.parse(required(call, "X-Amz-Date"), Instant::from);
      Duration life = Duration.ofSeconds(Long.parseLong(required(call, "X-Amz-Expires")));
      if (life.isNegative() || life.compareTo(LONGEST_LIFE) > 0) {
        return malformed("X-Amz-Expires must be from 0 to 604800 seconds.");
      }
      if (clock.instant().isAfter(signed.plus(life))) {
        return forbidden("AccessDenied", "Request has expired");
      }
      return clock.instant().isBefore(signed.minus(CLOCK_SKEW))
          ? forbidden("AccessDenied", "Request is not yet valid")
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException _) {
      return malformed("X-Amz-Date or X-Amz-Expires can't be read.");
    }
  }

  private static Optional<Refusal> headerRefusal(S3Call call) {
    List<String> signed = signedHeaders(call);
    boolean all =
        call.headers().keySet().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> name.startsWith("x-amz-"))
            .allMatch(signed::contains);
    return all
        ? Optional.empty()
        : forbidden(
            "AccessDenied", "There were headers present in the request which were not signed");
  }

  private Optional<Refusal> signatureRefusal(S3Call call, String signature) {
    String expected = SignatureV4.of(call, signedHeaders(call), accessKey.secret());
    return MessageDigest.isEqual(expected.getBytes(US_ASCII), signature.getBytes(US_ASCII))
        ? Optional.empty()
        : forbidden(
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.");
  }

  private static List<String> signedHeaders(S3Call call) {
    return List.of(required(call, "X-Amz-SignedHeaders").split(";", -1));
  }

  private static String required(S3Call call, String parameter) {
    return call.parameter(parameter).orElseThrow();
  }

  private static Optional<Refusal> malformed(String message) {
    return Optional.of(new Refusal(400, "AuthorizationQueryParametersError", message));
  }

  private static Optional<Refusal> forbidden(String code, String message) {
    return Optional.of(new Refusal(403, code, message));
  }
}
