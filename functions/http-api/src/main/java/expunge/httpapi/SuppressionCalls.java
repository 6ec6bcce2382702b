package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.file.ValueRules;
import expunge.suppression.Suppressions;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who is on the suppression list, and who is to be taken from it. */
final class SuppressionCalls {
  private static final int MOST_CHECKED = 1_000;
  private static final int MOST_LIFTED = 20;
  private static final int LONGEST_REASON = 500;
  private static final JsonType<SuppressedView> SUPPRESSED =
      Jsonb.instance().type(SuppressedView.class);
  private static final JsonType<LiftedView> LIFTED = Jsonb.instance().type(LiftedView.class);

  private final Datasets datasets;
  private final Suppressions suppressions;

  SuppressionCalls(Datasets datasets, Suppressions suppressions) {
    this.datasets = datasets;
    this.suppressions = suppressions;
  }

  /** What a call asks about. */
  private record Asked(
      Dataset dataset, Identifier identifier, List<String> values, List<String> normal) {
    List<String> where(List<Boolean> flags) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if (flags.get(i)) {
          some.add(values.get(i));
        }
      }
      return some;
    }
  }

  ApiResponse check(Call call) {
    Body body = Body.of(call.body());
    Asked asked = asked(body, MOST_CHECKED);
    return body.refusal().orElseGet(() -> check(asked));
  }

  private ApiResponse check(Asked asked) {
    List<Boolean> suppressed =
        suppressions.check(asked.dataset(), asked.identifier(), asked.normal());
    return ApiResponse.json(SUPPRESSED.toJson(new SuppressedView(asked.where(suppressed))));
  }

  ApiResponse lift(Call call) {
    Body body = Body.of(call.body());
    String reason = body.text("reason", LONGEST_REASON);
    Asked asked = asked(body, MOST_LIFTED);
    return body.refusal().orElseGet(() -> lift(asked, call.caller(), reason));
  }

  private ApiResponse lift(Asked asked, String by, String reason) {
    List<Boolean> lifted =
        suppressions.lift(asked.dataset(), asked.identifier(), asked.normal(), by, reason);
    return ApiResponse.json(LIFTED.toJson(new LiftedView(asked.where(lifted))));
  }

  private Asked asked(Body body, int most) {
    Dataset dataset = body.dataset(datasets);
    if (dataset.suppression().isEmpty()) {
      body.problem("dataset", "keeps no suppression list");
    }
    List<String> kinds =
        Stream.concat(Stream.of(dataset.key()), dataset.identifiers().stream())
            .map(Identifier::name)
            .toList();
    Identifier identifier =
        body.oneOf("identifier", kinds).flatMap(dataset::identifier).orElseGet(dataset::key);
    List<String> values = body.texts("values", most);
    return new Asked(dataset, identifier, values, normal(body, identifier, values));
  }

  /** Not held against the declared pattern: who does not meet it may have been deleted too. */
  private static List<String> normal(Body body, Identifier identifier, List<String> values) {
    ValueRules rules = new ValueRules(identifier);
    List<String> normal = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      normal.add(rules.normal(ValueRules.stripped(values.get(i))));
      if (normal.getLast().isEmpty()) {
        body.problem("values[" + i + "]", "is empty");
      }
    }
    return normal;
  }
}
