package expunge.httpapi;

import expunge.access.BasicCredentials;
import expunge.task.CallKey;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The header by which callers make sure that a call that makes something is done once. */
final class IdempotencyKey {
  private static final String HEADER = "Idempotency-Key";
  private static final String NAME = "idempotency-key";
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  private IdempotencyKey() {}

  /** Why the key can't be one. */
  static Optional<ApiResponse> refusal(ApiRequest request) {
    return request
        .header(NAME)
        .filter(key -> !FORM.matcher(key).matches())
        .map(
            _ ->
                Problems.invalidParameters(
                    List.of(
                        new ParameterProblem(
                            HEADER, "has to be 1 to 255 visible ASCII characters", null))));
  }

  /** What tells this call of this caller from others. */
  static Optional<CallKey> of(ApiRequest request, BasicCredentials caller) {
    String operation =
        request.method() + " " + request.path() + " " + new TreeMap<>(request.query());
    return request
        .header(NAME)
        .map(key -> CallKey.of(caller.key(), key, operation, request.body()));
  }
}
