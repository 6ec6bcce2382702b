package expunge.httpapi;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Errors word for word as clients of Blueshift's call know them. */
final class BlueshiftErrors {
  private static final Map<Integer, String> MESSAGES =
      Map.of(
          405, "Method Not Allowed",
          413, "Payload Too Large",
          401, "Not authorized",
          403, "Permission denied",
          429, "Rate limit exceeded",
          500, "Internal Server Error - Please contact support for more information.",
          503, "Service Unavailable - The service is temporarily unavailable. Try again later.");
  private static final JsonType<Message> MESSAGE = Jsonb.instance().type(Message.class);
  private static final JsonType<Fields> FIELDS = Jsonb.instance().type(Fields.class);

  private BlueshiftErrors() {}

  /** What all errors but those of fields hold. */
  @Json
  record Message(String message) {}

  /** What is wrong with fields. */
  @Json
  record Fields(Map<String, List<String>> errors) {}

  /** The answer that stands for a problem of ours; any other answer stays as it is. */
  static ApiResponse inItsShape(ApiResponse answer) {
    return Optional.ofNullable(MESSAGES.get(answer.status()))
        .map(text -> MESSAGE.toJson(new Message(text)))
        .or(() -> Problems.detailOf(answer).map(BlueshiftErrors::ofTheCall))
        .map(text -> reshaped(answer, text))
        .orElse(answer);
  }

  private static String ofTheCall(String problem) {
    return FIELDS.toJson(new Fields(Map.of("call", List.of(problem))));
  }

  private static ApiResponse reshaped(ApiResponse answer, String body) {
    return new ApiResponse(answer.status(), answer.headers(), body)
        .with("Content-Type", "application/json");
  }

  /** 400 where a field has the wrong form, 422 where its value can't be used. */
  static ApiResponse ofFields(int status, SequencedMap<String, String> problems) {
    SequencedMap<String, List<String>> errors = new LinkedHashMap<>();
    problems.forEach((field, problem) -> errors.put(field, List.of(problem)));
    return ApiResponse.of(status, "application/json", FIELDS.toJson(new Fields(errors)));
  }
}
