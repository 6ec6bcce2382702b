package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.Matches;
import expunge.dataset.Order;
import expunge.item.Cursor;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.ProfileStore.Matching;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.work.Candidates;
import expunge.work.ProfileReads;
import expunge.work.Sending;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds profiles for somebody who waits, by what is known of them, strongly read. */
public final class ProfileSearch {
  private static final int IN_FLIGHT = 4;

  private final ProfileStore profiles;
  private final Candidates candidates;
  private final ProfileReads reads;

  /** In the tables of all datasets. */
  public ProfileSearch(ProfileStore profiles, Scheduler scheduler) {
    this.profiles = profiles;
    this.candidates = new Candidates(profiles);
    this.reads = new ProfileReads(profiles, new Sending(scheduler, IN_FLIGHT));
  }

  /**
   * The profiles that have all of these identifiers, in normal form.
   *
   * @param known at least one of them the key, or one with an index
   * @return empty where each that can be looked up has more than 1,000 items
   * @throws ExpungeException.Retryable if not all could be read before the deadline
   * @throws IllegalArgumentException if none of them can be looked up
   */
  public Optional<List<Profile>> having(
      Dataset dataset, Map<Identifier, String> known, Deadline deadline) {
    return few(dataset, known).map(keys -> having(dataset, known, keys, deadline));
  }

  /**
   * Which of the profiles that have all of these identifiers are meant, however many there are: the
   * first ones in the order that the dataset declares for the first identifier that can be looked
   * up.
   *
   * @param most 1 for the first one alone: where that is protected, no other is meant instead; of
   *     more, protected ones do not count
   * @throws ExpungeException.Retryable if not all could be read before the deadline
   * @throws IllegalArgumentException if none of them can be looked up
   */
  public Chosen chosen(
      Dataset dataset, Map<Identifier, String> known, int most, Deadline deadline) {
    Choice choice = choice(leading(dataset, known), most);
    List<Profile> first =
        having(dataset, known, deadline).orElseGet(() -> first(choice, dataset, known, deadline));
    return new Chosen(!first.isEmpty(), choice.among(first).keys());
  }

  /** Page by page, so that memory holds one page and those that lead so far. */
  private List<Profile> first(
      Choice choice, Dataset dataset, Map<Identifier, String> known, Deadline deadline) {
    Identifier identifier = leading(dataset, known);
    String value = known.getOrDefault(identifier, "");
    List<Profile> first = List.of();
    Optional<Cursor> after = Optional.empty();
    do {
      Matching page = profiles.matching(dataset, identifier, value, after);
      first = choice.first(first, having(dataset, known, page.keys(), deadline));
      after = page.next();
    } while (after.isPresent());
    return first;
  }

  private List<Profile> having(
      Dataset dataset, Map<Identifier, String> known, List<ProfileKey> keys, Deadline deadline) {
    return read(dataset, keys, deadline).stream()
        .filter(profile -> hasAll(dataset, profile, known))
        .toList();
  }

  /** Where the profiles may be, by the first identifier that not too many have. */
  private Optional<List<ProfileKey>> few(Dataset dataset, Map<Identifier, String> known) {
    leading(dataset, known);
    return dataset.deletableBy().stream()
        .filter(known::containsKey)
        .map(identifier -> candidates(dataset, identifier, known.getOrDefault(identifier, "")))
        .filter(keys -> keys.size() <= Candidates.MOST)
        .findFirst();
  }

  private List<ProfileKey> candidates(Dataset dataset, Identifier identifier, String value) {
    return identifier.equals(dataset.key())
        ? List.of(new ProfileKey(value))
        : candidates.of(dataset, identifier, value).stream().distinct().toList();
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

  private static Choice choice(Identifier leading, int most) {
    Order order =
        leading.index().map(Index::matches).map(ProfileSearch::order).orElse(Order.BY_KEY);
    return new Choice(most == 1 ? new Matches.First(order) : new Matches.All(most, order));
  }

  private static Order order(Matches matches) {
    return switch (matches) {
      case Matches.First first -> first.order();
      case Matches.All all -> all.order();
      case Matches.Ambiguous _ -> Order.BY_KEY;
    };
  }
}
