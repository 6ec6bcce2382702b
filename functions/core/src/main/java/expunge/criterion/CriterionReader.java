package expunge.criterion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a criterion with all that is wrong with it. */
final class CriterionReader {
  private static final List<String> KINDS = List.of("all", "any", "not", "attribute");
  private static final Set<String> OF_CONDITIONS = ConditionReader.members();

  private final ConditionReader conditions;

  private CriterionReader(Instant now) {
    this.conditions = new ConditionReader(new DateReader(now));
  }

  static CriterionReading read(@Nullable Object json, Instant now) {
    Place place = new Place("", json, new ArrayList<>());
    Optional<Criterion> criterion = new CriterionReader(now).criterion(place);
    criterion.filter(_ -> place.problems().isEmpty()).ifPresent(one -> checkExtent(one, place));
    return new CriterionReading(
        criterion.filter(_ -> place.problems().isEmpty()), place.problems());
  }

  /** Within these bounds, what DynamoDB is asked is shorter than it takes. */
  private static void checkExtent(Criterion criterion, Place place) {
    if (depth(criterion) > Criterion.DEEPEST) {
      place.problem("has conditions that lie more than " + Criterion.DEEPEST + " deep");
    }
    if (criterion.all().count() > Criterion.MOST_PARTS) {
      place.problem(
          "has more than " + Criterion.MOST_PARTS + " parts: conditions, and what joins them");
    }
    if (criterion.conditions().mapToInt(condition -> condition.operands().size()).sum()
        > Criterion.MOST_OPERANDS) {
      place.problem("has more than " + Criterion.MOST_OPERANDS + " values");
    }
  }

  private static int depth(Criterion criterion) {
    return 1 + criterion.parts().stream().mapToInt(CriterionReader::depth).max().orElse(0);
  }

  private Optional<Criterion> criterion(Place place) {
    return place.members().flatMap(members -> criterion(place, members));
  }

  private Optional<Criterion> criterion(Place place, Map<?, ?> members) {
    List<String> kinds = KINDS.stream().filter(members::containsKey).toList();
    if (kinds.size() != 1) {
      place.problem("has to have one of " + String.join(", ", KINDS));
      return Optional.empty();
    }
    String kind = kinds.getFirst();
    place.membersOf(KINDS, kind.equals("attribute") ? OF_CONDITIONS : Set.of());
    return switch (kind) {
      case "all" -> group(place.member(kind), Criterion.All::new);
      case "any" -> group(place.member(kind), Criterion.Any::new);
      case "not" -> criterion(place.member(kind)).map(Criterion.Not::new);
      default -> conditions.condition(place);
    };
  }

  private Optional<Criterion> group(Place list, Function<List<Criterion>, Criterion> joined) {
    List<Optional<Criterion>> parts =
        list.list(1, Criterion.MOST_PARTS, "objects").map(this::criterion).toList();
    List<Criterion> read = parts.stream().flatMap(Optional::stream).toList();
    return Stream.of(read)
        .filter(all -> !all.isEmpty() && all.size() == parts.size())
        .map(joined)
        .findFirst();
  }
}
