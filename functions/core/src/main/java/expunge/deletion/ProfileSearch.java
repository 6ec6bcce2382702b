package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.Matches;
import expunge.dataset.Order;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds profiles for somebody who waits, by what is known of them, strongly read. */
public final class ProfileSearch {
  private static final int IN_FLIGHT = 4;

  private final Candidates candidates;
  private final ProfileReads reads;

  /** In the tables of all datasets. */
  public ProfileSearch(ProfileStore profiles, Scheduler scheduler) {
    this.candidates = new Candidates(profiles);
    this.reads = new ProfileReads(profiles, new Sending(scheduler, IN_FLIGHT));
  }

  /**
   * The profiles that have all of these identifiers, in normal form.
   *
   * @param known at least one of them the key, or one with an index
   * @return empty where the first that can be looked up has more than 1,000 items
   * @throws ExpungeException.Retryable if not all could be read before the deadline
   * @throws IllegalArgumentException if none of them can be looked up
   */
  public Optional<List<Profile>> having(
      Dataset dataset, Map<Identifier, String> known, Deadline deadline) {
    List<ProfileKey> keys = candidates(dataset, known);
    return keys.size() > Candidates.MOST
        ? Optional.empty()
        : Optional.of(
            read(dataset, keys, deadline).stream()
                .filter(profile -> hasAll(dataset, profile, known))
                .toList());
  }

  private List<ProfileKey> candidates(Dataset dataset, Map<Identifier, String> known) {
    Identifier first = leading(dataset, known);
    String value = known.getOrDefault(first, "");
    return first.equals(dataset.key())
        ? List.of(new ProfileKey(value))
        : candidates.of(dataset, first, value).stream().distinct().toList();
  }

  private static Identifier leading(Dataset dataset, Map<Identifier, String> known) {
    return dataset.deletableBy().stream()
        .filter(known::containsKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing that can be looked up"));
  }

  private List<Profile> read(Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    return reads
        .find(dataset, keys, deadline)
        .map(found -> keys.stream().flatMap(key -> Stream.ofNullable(found.get(key))).toList())
        .orElseThrow(
            () -> new ExpungeException.Retryable("profiles could not be read in time", null));
  }

  private static boolean hasAll(Dataset dataset, Profile profile, Map<Identifier, String> known) {
    return known.entrySet().stream()
        .allMatch(
            one ->
                one.getKey().equals(dataset.key())
                    ? profile.key().value().equals(one.getValue())
                    : Candidates.carries(profile, one.getKey(), one.getValue()));
  }

  /**
   * Which of several profiles are meant, in the order that the dataset declares for the first
   * identifier that can be looked up; none that is protected.
   *
   * @param most 1 for the first one alone: where that is protected, there is none
   */
  public static List<ProfileKey> chosen(
      Dataset dataset, Map<Identifier, String> known, List<Profile> among, int most) {
    Order order =
        leading(dataset, known)
            .index()
            .map(Index::matches)
            .map(ProfileSearch::order)
            .orElse(Order.BY_KEY);
    Matches matches = most == 1 ? new Matches.First(order) : new Matches.All(most, order);
    return new Choice(matches).among(among).keys();
  }

  private static Order order(Matches matches) {
    return switch (matches) {
      case Matches.First first -> first.order();
      case Matches.All all -> all.order();
      case Matches.Ambiguous _ -> Order.BY_KEY;
    };
  }
}
