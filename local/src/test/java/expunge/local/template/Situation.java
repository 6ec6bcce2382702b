package expunge.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to make a stack.
 *
 * @param given values for its parameters, and for the names that AWS gives
 */
record Situation(String name, Map<String, String> given) {
  /** An API key's entry. */
  static final String KEY =
      "operator:crm:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  /** What the profile table of the stack is called. */
  static final String PROFILE_TABLE = "expunge-ProfileTable-1A2B3C";

  /** For trying out, with a table of its own. */
  static final Situation SAMPLE = new Situation("for trying out", Map.of("ApiKeys", KEY));

  /** On tables that are there, with a declaration and keys built into the artifact. */
  static final Situation OWN =
      new Situation(
          "on own tables",
          Map.of(
              "ApiKeys",
              "@/var/task/api-keys",
              "ProfileTableArns",
              "arn:aws:dynamodb:eu-central-1:123456789012:table/prod-customers"));

  /** The same, with a suppression list. */
  static final Situation REMEMBERING =
      new Situation(
          "with a suppression list",
          Map.of(
              "ApiKeys",
              KEY,
              "ProfileTableArns",
              "arn:aws:dynamodb:eu-central-1:123456789012:table/prod-customers",
              "SuppressionTableName",
              "suppressed",
              "SuppressionKey",
              "arn:aws:secretsmanager:eu-central-1:123456789012:secret:SuppressionKey-1a2B3c"));

  /** For {@code sam local invoke}. */
  static final Situation LOCAL =
      new Situation("beside emulators", Map.of("ApiKeys", KEY, "LocalEndpoints", "true"));

  static final List<Situation> ALL = List.of(SAMPLE, OWN, REMEMBERING, LOCAL);

  /** Adds what every stack has. */
  Situation {
    Map<String, String> all = new HashMap<>(given);
    all.put("BucketName", "files");
    all.put("ProfileTable", PROFILE_TABLE);
    given = Map.copyOf(all);
  }

  /** The environment of a function in such a stack. */
  Map<String, String> variables(Template expanded, String function) {
    Part declared = expanded.resource(function).at("Properties", "Environment", "Variables");
    Map<String, String> variables = new HashMap<>();
    new Values(expanded, given)
        .of(declared)
        .map()
        .forEach((variable, value) -> variables.put(variable, value.text()));
    return variables;
  }

  @Override
  public String toString() {
    return name;
  }
}
