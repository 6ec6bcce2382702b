package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one parameter of a query. It never quotes the value.
 *
 * @param accepted all values that would do, where they can be listed
 */
@Json
record ParameterProblem(String parameter, String detail, @Nullable List<String> accepted) {
  String sentence() {
    return parameter + " " + detail;
  }
}
