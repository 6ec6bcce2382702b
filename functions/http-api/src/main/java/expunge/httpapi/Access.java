package expunge.httpapi;

import expunge.access.ApiKey;
import expunge.access.CallLimit;
import expunge.access.KeyRing;
import expunge.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Who may call, how often, and with how much. */
public record Access(KeyRing keys, CallLimit calls, CallSizes sizes) {
  /** Whose call this is; empty where it comes without a valid key, for whatever reason. */
  Optional<ApiKey> caller(ApiRequest request) {
    return request.credentials().flatMap(credentials -> keys.find(credentials.hash()));
  }

  /** Counts a call; empty where it may go on. */
  Optional<ApiResponse> refusal(ApiRequest request, ApiKey caller, Role needed) {
    Optional<Duration> wait = calls.count(caller);
    if (wait.isPresent()) {
      return wait.map(Problems::tooManyCalls);
    }
    if (!caller.role().includes(needed)) {
      return Optional.of(Problems.forbidden(needed));
    }
    return request.body().getBytes(StandardCharsets.UTF_8).length > sizes.body()
        ? Optional.of(Problems.bodyTooLarge(sizes.body()))
        : Optional.empty();
  }
}
