package expunge.httpapi;

import expunge.access.ApiKey;
import expunge.access.KeyId;
import expunge.access.KeyRing;
import expunge.access.MadeKey;
import expunge.access.Role;
import expunge.run.Scheduler;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys with which people call. */
final class KeyCalls {
  private static final int MOST_DAYS = 3_650;
  private static final JsonType<KeyView> KEY = Jsonb.instance().type(KeyView.class);
  private static final JsonType<KeyListView> LIST = Jsonb.instance().type(KeyListView.class);

  private final KeyRing keys;
  private final Scheduler scheduler;

  KeyCalls(KeyRing keys, Scheduler scheduler) {
    this.keys = keys;
    this.scheduler = scheduler;
  }

  ApiResponse list(Call call) {
    Stream<KeyView> configured = keys.configured().stream().map(KeyView::of);
    Stream<KeyView> stored = keys.stored().stream().map(KeyView::of);
    return ApiResponse.json(
        LIST.toJson(new KeyListView(Stream.concat(configured, stored).toList())));
  }

  ApiResponse make(Call call) {
    Body body = Body.of(call.body());
    Optional<String> label = body.text("label", ApiKey::isLabel, ApiKey.LABEL_RULE);
    String role = body.choice("role", Role.words()).orElse("");
    Optional<Instant> expiresAt = expiry(body);
    return body.refusal()
        .orElseGet(
            () -> make(label.orElseThrow(), Role.of(role).orElseThrow(), expiresAt, call.caller()));
  }

  private ApiResponse make(String label, Role role, Optional<Instant> expiresAt, String by) {
    return keys.make(label, role, expiresAt, by)
        .map(KeyCalls::made)
        .orElseGet(Problems::labelTaken);
  }

  private static ApiResponse made(MadeKey made) {
    return ApiResponse.of(ApiResponse.CREATED, "application/json", KEY.toJson(KeyView.of(made)))
        .with("Location", "/keys/" + made.stored().key().id());
  }

  private Optional<Instant> expiry(Body body) {
    Instant now = scheduler.now();
    Optional<Instant> end = body.time("expiresAt");
    Optional<Instant> afterDays =
        body.optionalNumber("expiresInDays", 1, MOST_DAYS)
            .map(days -> now.plus(Duration.ofDays(days)));
    if (end.isPresent() && afterDays.isPresent()) {
      body.problem("expiresInDays", "can't be there beside expiresAt");
    }
    if (end.filter(at -> !at.isAfter(now)).isPresent()) {
      body.problem("expiresAt", "has to lie in the future");
    }
    if (end.filter(at -> at.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))).isPresent()) {
      body.problem("expiresAt", "has to be within " + MOST_DAYS + " days");
    }
    return end.or(() -> afterDays);
  }

  ApiResponse revoke(Call call) {
    return KeyId.of(call.field("keyId")).map(this::revoke).orElseGet(Problems::unknownKey);
  }

  private ApiResponse revoke(KeyId id) {
    return switch (keys.revoke(id)) {
      case REVOKED -> ApiResponse.noContent();
      case CONFIGURED -> Problems.configuredKey();
      case UNKNOWN -> Problems.unknownKey();
    };
  }
}
