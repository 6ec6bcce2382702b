package expunge.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of attributes, as an expression that takes any name. */
record Projection(String expression, Map<String, String> names) {
  static Projection of(List<String> attributes) {
    Map<String, String> names = new HashMap<>();
    IntStream.range(0, attributes.size()).forEach(i -> names.put("#a" + i, attributes.get(i)));
    String expression =
        IntStream.range(0, attributes.size())
            .mapToObj(i -> "#a" + i)
            .collect(Collectors.joining(", "));
    return new Projection(expression, names);
  }
}
