package expunge.deletion;

import expunge.dataset.Matches;
import expunge.dataset.Order;
import expunge.item.Value;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides which of the profiles that match a row are meant, as its identifier declares. */
final class Choice {
  private final Matches matches;

  Choice(Matches matches) {
    this.matches = matches;
  }

  /** The plan of a row that these profiles match. */
  RowPlan among(List<Profile> matching) {
    if (matching.isEmpty()) {
      return RowPlan.NOT_FOUND;
    }
    return switch (matches) {
      case Matches.First first -> of(sorted(matching, first.order()).limit(1).toList());
      // protected ones do not count, or they would keep the others from ever being reached
      case Matches.All all -> of(sorted(matching, all.order()).toList()).limited(all.limit());
      case Matches.Ambiguous _ -> matching.size() > 1 ? RowPlan.AMBIGUOUS : of(matching);
    };
  }

  /**
   * Those of two groups that can still be meant, whoever else there is. One that is protected stays
   * among them where all count, as a sign that there is somebody.
   */
  List<Profile> first(List<Profile> some, List<Profile> others) {
    Map<ProfileKey, Profile> each = new LinkedHashMap<>();
    Stream.concat(some.stream(), others.stream()).forEach(one -> each.put(one.key(), one));
    return switch (matches) {
      case Matches.First first -> sorted(each.values(), first.order()).limit(1).toList();
      case Matches.All all ->
          Stream.concat(
                  sorted(each.values(), all.order())
                      .filter(one -> !one.isProtected())
                      .limit(all.limit()),
                  each.values().stream().filter(Profile::isProtected).limit(1))
              .toList();
      case Matches.Ambiguous _ -> each.values().stream().limit(2).toList();
    };
  }

  private static Stream<Profile> sorted(Collection<Profile> profiles, Order order) {
    return profiles.stream().sorted(by(order));
  }

  private static RowPlan of(List<Profile> meant) {
    List<ProfileKey> free =
        meant.stream().filter(profile -> !profile.isProtected()).map(Profile::key).toList();
    int held = meant.size() - free.size();
    return free.isEmpty() ? RowPlan.held(held) : RowPlan.found(free, held);
  }

  private static Comparator<Profile> by(Order order) {
    Comparator<Profile> byKey = Comparator.comparing(profile -> profile.key().value());
    return order
        .attribute()
        .map(attribute -> by(attribute, order.descending()).thenComparing(byKey))
        .orElse(byKey);
  }

  private static Comparator<Profile> by(String attribute, boolean descending) {
    Comparator<Value> ascending =
        Comparator.comparingInt(Choice::rank).thenComparing(Choice::sameRank);
    Comparator<Value> order = descending ? ascending.reversed() : ascending;
    return Comparator.comparing(
        profile -> comparable(profile, attribute),
        (one, other) ->
            one.isPresent() && other.isPresent()
                ? order.compare(one.get(), other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty()));
  }

  private static Optional<Value> comparable(Profile profile, String attribute) {
    return Optional.ofNullable(profile.attributes().get(attribute))
        .filter(value -> value instanceof Value.Text || value instanceof Value.Numeric);
  }

  private static int rank(Value value) {
    return value instanceof Value.Numeric ? 0 : 1;
  }

  private static int sameRank(Value one, Value other) {
    if (one instanceof Value.Numeric(String some) && other instanceof Value.Numeric(String more)) {
      return new BigDecimal(some).compareTo(new BigDecimal(more));
    }
    return one instanceof Value.Text(String some) && other instanceof Value.Text(String more)
        ? some.compareTo(more)
        : 0;
  }
}
