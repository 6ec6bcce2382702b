package expunge.aws;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells an object that is not there from a call that failed. */
final class S3Call {
  /**
   * Not found, a delete marker in its place, being replaced, replaced by another, and shorter than
   * the range that was asked for.
   */
  private static final Set<Integer> GONE = Set.of(404, 405, 409, 412, 416);

  private static final String NO_BUCKET = "NoSuchBucket";

  private S3Call() {}

  /** What the call answers; empty where the object, or the version asked for, is not there. */
  static <T> Optional<T> find(String operation, Supplier<T> call) {
    return AwsCall.of(operation, () -> findUntranslated(call));
  }

  private static <T> Optional<T> findUntranslated(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (S3Exception refused) {
      if (GONE.contains(refused.statusCode()) && !isOfBucket(refused)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  // A HEAD has no body and so never says whether it was the bucket.
  private static boolean isOfBucket(S3Exception refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .filter(details -> NO_BUCKET.equals(details.errorCode()))
        .isPresent();
  }
}
