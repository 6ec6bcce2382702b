package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.run.ExpungeException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class AwsCallTest {
  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException",
    "400, ThrottlingException",
    "400, RequestLimitExceeded",
    "400, TransactionConflictException",
    "409, OperationAborted",
    "429, TooManyRequests",
    "503, SlowDown",
    "500, InternalServerError"
  })
  void whatMayPassIsRetryable(int status, String code) {
    assertThat(AwsCall.translated("S3 PutObject", answer(status, code)))
        .isInstanceOf(ExpungeException.Retryable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException",
    "400, AccessDeniedException",
    "400, ResourceNotFoundException",
    "403, AccessDenied",
    "404, NoSuchBucket"
  })
  void whatIsRefusedIsPermanent(int status, String code) {
    assertThat(AwsCall.translated("S3 PutObject", answer(status, code)))
        .isInstanceOf(ExpungeException.Permanent.class);
  }

  @Test
  void timeOutsAndLostConnectionsAreRetryable() {
    SdkException lost =
        SdkClientException.create("x", new RuntimeException(new SocketTimeoutException()));
    assertThat(AwsCall.translated("op", lost)).isInstanceOf(ExpungeException.Retryable.class);
    assertThat(AwsCall.translated("op", ApiCallTimeoutException.create(10)))
        .isInstanceOf(ExpungeException.Retryable.class);
  }

  @Test
  void missingCredentialsArePermanent() {
    assertThat(AwsCall.translated("op", SdkClientException.create("no credentials")))
        .isInstanceOf(ExpungeException.Permanent.class);
  }

  @Test
  void theMessageNamesOperationCodeAndRequestAndNothingElse() {
    assertThatThrownBy(
            () ->
                AwsCall.of(
                    "DynamoDB UpdateItem",
                    () -> {
                      throw answer(400, "ValidationException");
                    }))
        .hasMessage("DynamoDB UpdateItem failed: ValidationException (status 400, request R-1)")
        .hasNoCause();
  }

  private static AwsServiceException answer(int status, String code) {
    return AwsServiceException.builder()
        .message("the value jane@example.com is not allowed")
        .requestId("R-1")
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage("the value jane@example.com is not allowed")
                .build())
        .build();
  }
}
