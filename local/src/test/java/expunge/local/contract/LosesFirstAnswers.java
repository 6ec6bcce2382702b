package expunge.local.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Loses the first answer of every call, after what was asked is done. */
final class LosesFirstAnswers implements ExecutionInterceptor {
  private static final ExecutionAttribute<Boolean> LOST = new ExecutionAttribute<>("Lost");

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes call) {
    if (call.getAttribute(LOST) == null) {
      call.putAttribute(LOST, true);
      context.responseBody().ifPresent(LosesFirstAnswers::close);
      throw RetryableException.create("the connection was lost");
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
