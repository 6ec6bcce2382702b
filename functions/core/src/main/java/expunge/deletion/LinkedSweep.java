package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.linked.LinkedStore.Page;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.work.Left;
import expunge.work.Pacer;
import expunge.work.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * Treats all records that are linked to profiles, whatever their number: page by page, many
 * profiles at once. A record that was treated is not found again, so that a repetition goes on
 * where the last one stopped.
 */
final class LinkedSweep {
  /** Enough that slow answers do not leave others waiting; each page holds up to 250 records. */
  private static final int PAGES_EACH = 4;

  private final LinkedStore records;
  private final Sending sending;
  private final Pacer pacer;
  private final Scheduler scheduler;

  LinkedSweep(LinkedStore records, Sending sending, Pacer pacer, Scheduler scheduler) {
    this.records = records;
    this.sending = sending;
    this.pacer = pacer;
    this.scheduler = scheduler;
  }

  /** A profile whose records are read from {@code after} on. */
  private record Open(ProfileKey profile, Optional<Cursor> after) {}

  /** A record of a profile. */
  private record Item(ProfileKey profile, LinkedRecord linked) {}

  /**
   * Treats the records of all these profiles in one table after the other.
   *
   * @param treated told how many records were treated, as it goes on
   * @return the profiles with records that are not treated
   */
  Left<ProfileKey> sweep(
      Dataset dataset,
      List<LinkedTable> tables,
      List<ProfileKey> profiles,
      Deadline deadline,
      IntConsumer treated) {
    Left<ProfileKey> left = Left.nothing();
    for (LinkedTable table : tables) {
      List<ProfileKey> complete = without(profiles, left);
      left = left.and(new Table(dataset, table, deadline, treated).sweep(complete));
    }
    return left;
  }

  /**
   * Which of the profiles have a record that is not treated; empty where time ran out before all
   * were answered.
   *
   * @throws expunge.run.ExpungeException.Permanent if a table refuses to be read
   */
  Optional<Set<ProfileKey>> stillLinked(
      Dataset dataset, List<LinkedTable> tables, List<ProfileKey> profiles, Deadline deadline) {
    Set<ProfileKey> linked = new HashSet<>();
    for (LinkedTable table : tables) {
      Optional<List<Boolean>> any =
          sending.answers(profiles, deadline, profile -> hasAny(dataset, table, profile));
      if (any.isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < profiles.size(); i++) {
        if (any.get().get(i)) {
          linked.add(profiles.get(i));
        }
      }
    }
    return Optional.of(linked);
  }

  private boolean hasAny(Dataset dataset, LinkedTable table, ProfileKey profile) {
    Page page = find(dataset, table, profile, Optional.empty());
    while (page.records().isEmpty() && page.next().isPresent()) {
      page = find(dataset, table, profile, page.next());
    }
    return !page.records().isEmpty();
  }

  /** Without the profiles themselves, where they lie in the same table and have the link, too. */
  private Page find(
      Dataset dataset, LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    Page page = records.find(table, profile, after);
    if (!table.table().equals(dataset.table())) {
      return page;
    }
    return new Page(
        page.records().stream()
            .filter(linked -> ProfileKeys.read(dataset, linked.key()).isEmpty())
            .toList(),
        page.next());
  }

  static List<ProfileKey> without(List<ProfileKey> profiles, Left<ProfileKey> left) {
    Set<ProfileKey> out = Set.copyOf(left.all());
    return profiles.stream().filter(profile -> !out.contains(profile)).toList();
  }

  /** One table on its way. */
  private final class Table {
    private final Dataset dataset;
    private final LinkedTable table;
    private final Deadline deadline;
    private final IntConsumer treated;

    Table(Dataset dataset, LinkedTable table, Deadline deadline, IntConsumer treated) {
      this.dataset = dataset;
      this.table = table;
      this.deadline = deadline;
      this.treated = treated;
    }

    Left<ProfileKey> sweep(List<ProfileKey> profiles) {
      Left<ProfileKey> left = Left.nothing();
      List<Open> open =
          profiles.stream().map(profile -> new Open(profile, Optional.empty())).toList();
      while (!open.isEmpty()) {
        int now = Math.min(open.size(), sending.inFlight() * PAGES_EACH);
        List<Open> later = new ArrayList<>(open.subList(now, open.size()));
        left = left.and(round(open.subList(0, now), later));
        open = later;
      }
      return left;
    }

    /** Treats a page of each; what has further pages is added to {@code more}. */
    private Left<ProfileKey> round(List<Open> some, List<Open> more) {
      Map<ProfileKey, Page> pages = new ConcurrentHashMap<>();
      Left<Open> unread =
          sending.untilProcessed(
              some,
              Sending.runsOf(1),
              deadline,
              one -> {
                Open open = one.getFirst();
                pages.put(open.profile(), find(dataset, table, open.profile(), open.after()));
                return List.of();
              });
      List<Item> items = new ArrayList<>();
      for (Open open : some) {
        pages
            .getOrDefault(open.profile(), Page.EMPTY)
            .records()
            .forEach(linked -> items.add(new Item(open.profile(), linked)));
      }
      Left<Item> untreated = treat(items);
      Left<ProfileKey> left =
          unread.map(Open::profile).and(untreated.map(Item::profile)).distinct();
      Set<ProfileKey> out = Set.copyOf(left.all());
      for (Open open : some) {
        Optional<Cursor> next = pages.getOrDefault(open.profile(), Page.EMPTY).next();
        if (next.isPresent() && !out.contains(open.profile())) {
          more.add(new Open(open.profile(), next));
        }
      }
      return left;
    }

    /** As many at once as the ceiling of writes has room for in one go. */
    private Left<Item> treat(List<Item> items) {
      int together = pacer.together(dataset, Math.max(1, items.size()));
      return Sending.<Item>runsOf(together).apply(items).stream()
          .map(this::treatTogether)
          .reduce(Left.nothing(), Left::and);
    }

    private Left<Item> treatTogether(List<Item> items) {
      Optional<Instant> start = pacer.reserve(dataset, items.size(), deadline);
      if (start.isEmpty()) {
        return Left.unsent(items);
      }
      scheduler.waitUntil(start.get());
      Left<Item> left = sending.untilProcessed(items, this::calls, deadline, this::treatOne);
      treated.accept(items.size() - left.all().size());
      return left;
    }

    /** The records of one profile share calls. */
    private List<List<Item>> calls(List<Item> items) {
      Map<ProfileKey, List<Item>> byProfile = new LinkedHashMap<>();
      items.forEach(
          item -> byProfile.computeIfAbsent(item.profile(), key -> new ArrayList<>()).add(item));
      return byProfile.values().stream()
          .flatMap(some -> Sending.<Item>runsOf(LinkedStore.perCall(table)).apply(some).stream())
          .toList();
    }

    private List<Item> treatOne(List<Item> call) {
      ProfileKey profile = call.getFirst().profile();
      List<LinkedRecord> left =
          records.treat(
              table, profile, call.stream().map(Item::linked).toList(), scheduler.newId());
      return left.stream()
          .map(linked -> new Item(profile, Objects.requireNonNull(linked)))
          .toList();
    }
  }
}
