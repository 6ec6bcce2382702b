package expunge.criterion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value of the JSON, and where it stands.
 *
 * @param problems to which every problem of the whole document is added
 */
record Place(String path, @Nullable Object json, List<CriterionProblem> problems) {
  void problem(String detail) {
    problems.add(new CriterionProblem(path, detail));
  }

  /** Its members; empty where it is no object, which is noted. */
  Optional<Map<?, ?>> members() {
    if (json instanceof Map<?, ?> members) {
      return Optional.of(members);
    }
    problem("has to be an object");
    return Optional.empty();
  }

  /** A member of an object; its value is null where it is not there. */
  Place member(String name) {
    Object value = json instanceof Map<?, ?> members ? members.get(name) : null;
    return new Place(path.isEmpty() ? name : path + "." + name, value, problems);
  }

  /** The members of a list; none where it is no list, or has none or too many, which is noted. */
  Stream<Place> list(int fewest, int most, String of) {
    if (json instanceof List<?> list && list.size() >= fewest && list.size() <= most) {
      return IntStream.range(0, list.size())
          .mapToObj(i -> new Place(path + "[" + i + "]", list.get(i), problems));
    }
    String many = fewest == most ? "exactly " + most : fewest + " to " + most;
    problem("has to be a list of " + many + " " + of);
    return Stream.empty();
  }

  /**
   * Those of the words that are members.
   *
   * @param others that may be there too; all else is noted, and not quoted
   */
  List<String> membersOf(List<String> words, Set<String> others) {
    List<String> names =
        json instanceof Map<?, ?> members
            ? members.keySet().stream().map(String::valueOf).toList()
            : List.of();
    if (!names.stream().allMatch(name -> words.contains(name) || others.contains(name))) {
      problem("has an unknown member");
    }
    return names.stream().filter(words::contains).toList();
  }
}
