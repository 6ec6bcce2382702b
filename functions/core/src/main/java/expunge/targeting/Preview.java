package expunge.targeting;

import expunge.criterion.Criterion;
import expunge.dataset.Dataset;
import expunge.item.Cursor;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Counts whom a criterion means, and changes nothing. */
public final class Preview {
  /** The most profiles of a sample. */
  public static final int SAMPLE = 10;

  private final Selection selection;
  private final ProfileStore profiles;
  private final Scheduler scheduler;

  /** With its ports; holds no state of its own. */
  public Preview(Selection selection, ProfileStore profiles, Scheduler scheduler) {
    this.selection = selection;
    this.profiles = profiles;
    this.scheduler = scheduler;
  }

  /** What one lane has come to. */
  private record Part(long count, long looked, boolean isComplete, List<ProfileKey> first) {}

  /**
   * Looks, in all lanes side by side, until everybody is looked at or time is over; a page at least
   * in each. The sample is shown where the last page has come before the deadline's end.
   *
   * @throws expunge.run.ExpungeException where a page can't be read, after the other lanes' ends
   */
  public PreviewAnswer of(Dataset dataset, Criterion criterion, Deadline deadline) {
    Selector selector = new Selector.Meeting(criterion);
    int lanes = selection.lanes(dataset, selector);
    List<Supplier<Part>> walks =
        IntStream.range(0, lanes)
            .<Supplier<Part>>mapToObj(
                number -> () -> walk(dataset, selector, new Lane(number, lanes), deadline))
            .toList();
    List<Part> parts = scheduler.runAll(walks, lanes);
    return new PreviewAnswer(
        parts.stream().mapToLong(Part::count).sum(),
        parts.stream().mapToLong(Part::looked).sum(),
        parts.stream().allMatch(Part::isComplete),
        scheduler.now().isAfter(deadline.end()) ? List.of() : sample(dataset, parts));
  }

  private Part walk(Dataset dataset, Selector selector, Lane lane, Deadline deadline) {
    List<ProfileKey> first = new ArrayList<>();
    long count = 0;
    long looked = 0;
    Optional<Cursor> after = Optional.empty();
    do {
      Selection.Page page = selection.page(dataset, selector, lane, after);
      page.keys().stream().limit(SAMPLE - first.size()).forEach(first::add);
      count += page.keys().size();
      looked += page.looked();
      after = page.next();
    } while (after.isPresent() && deadline.allows(scheduler.now()));
    return new Part(count, looked, after.isEmpty(), first);
  }

  /** Whoever is gone by now, or can't be read at once, is left out. */
  private List<Profile> sample(Dataset dataset, List<Part> parts) {
    List<ProfileKey> keys =
        parts.stream().flatMap(part -> part.first().stream()).distinct().limit(SAMPLE).toList();
    return profiles.find(dataset, keys).profiles();
  }
}
