package expunge.aws;

import expunge.run.ExpungeException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes a failure of AWS one of the core's two kinds. The SDK's exception is not passed on, not
 * even as a cause: its text may hold keys and values.
 */
final class AwsCall {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final Set<String> PASSING =
      Set.of(
          "OperationAborted",
          "ConditionalRequestConflict",
          "RequestTimeout",
          "RequestTimeoutException",
          "TransactionConflictException",
          "TransactionInProgressException");

  private AwsCall() {}

  /**
   * Makes a call.
   *
   * @param operation the service and its operation, for the message
   */
  static <T> T of(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failure) {
      throw translated(operation, failure);
    }
  }

  /** The core's exception for this failure. */
  static ExpungeException translated(String operation, SdkException failure) {
    String message = operation + " failed: " + reason(failure);
    return mayPass(failure)
        ? new ExpungeException.Retryable(message, null)
        : new ExpungeException.Permanent(message, null);
  }

  private static boolean mayPass(SdkException failure) {
    return switch (failure) {
      case AwsServiceException answer ->
          answer.statusCode() >= SERVER_ERROR
              || answer.statusCode() == TOO_MANY_REQUESTS
              || answer.isThrottlingException()
              || answer.isClockSkewException()
              || PASSING.contains(code(answer));
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ -> true;
      default -> failure.retryable() || isConnectionLost(failure);
    };
  }

  private static boolean isConnectionLost(SdkException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(SdkException failure) {
    return switch (failure) {
      case AwsServiceException answer ->
          code(answer)
              + " (status "
              + answer.statusCode()
              + ", request "
              + answer.requestId()
              + ")";
      default ->
          Optional.ofNullable(failure.getCause())
              .<Throwable>map(cause -> cause)
              .orElse(failure)
              .getClass()
              .getSimpleName();
    };
  }

  private static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .flatMap(details -> Optional.ofNullable(details.errorCode()))
        .orElse("no error code");
  }
}
