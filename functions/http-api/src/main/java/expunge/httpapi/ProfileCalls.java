package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.deletion.ProfileSearch;
import expunge.direct.DirectDeletion;
import expunge.file.ValueRules;
import expunge.item.Cursor;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.profile.ProfilePages;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds profiles for somebody who is about to delete some. */
final class ProfileCalls {
  private static final long USUAL_PAGE = 20;
  private static final int LONGEST_TOKEN = 10_000;
  private static final JsonType<ProfileListView> LIST =
      Jsonb.instance().type(ProfileListView.class);

  private final Datasets datasets;
  private final ProfileSearch search;
  private final ProfilePages pages;
  private final Scheduler scheduler;
  private final int largestPage;

  ProfileCalls(
      Datasets datasets,
      ProfileSearch search,
      ProfilePages pages,
      Scheduler scheduler,
      int largestPage) {
    this.scheduler = scheduler;
    this.largestPage = largestPage;
    this.datasets = datasets;
    this.search = search;
    this.pages = pages;
  }

  ApiResponse find(Call call) {
    Body body = Body.of(call.body());
    Dataset dataset = body.dataset(datasets);
    int limit =
        Math.toIntExact(
            body.optionalNumber("limit", 1, largestPage).orElse(Math.min(USUAL_PAGE, largestPage)));
    Optional<Cursor> after =
        body.optionalText("nextToken", LONGEST_TOKEN)
            .flatMap(token -> position(body, dataset, token));
    Optional<Map<Identifier, String>> known =
        body.optionalObject("identifier").map(identifier -> known(identifier, dataset));
    return body.refusal()
        .orElseGet(
            () ->
                known
                    .map(one -> matching(dataset, one, after, limit))
                    .orElseGet(() -> page(dataset, after, limit)));
  }

  private static Optional<Cursor> position(Body body, Dataset dataset, String token) {
    Optional<Cursor> position = PageToken.read(token, dataset);
    if (position.isEmpty()) {
      body.problem("nextToken", "was not given out by this list");
    }
    return position;
  }

  private static Map<Identifier, String> known(Body body, Dataset dataset) {
    List<String> kinds = dataset.deletableBy().stream().map(Identifier::name).toList();
    Identifier kind =
        body.oneOf("kind", kinds).flatMap(dataset::identifier).orElseGet(dataset::key);
    ValueRules rules = new ValueRules(kind);
    String value = ValueRules.stripped(body.text("value", Identifier.LONGEST_KEY));
    rules
        .broken(value)
        .ifPresent(reason -> body.problem("value", "is refused: " + reason.sentence()));
    return Map.of(kind, rules.normal(value));
  }

  /** What a look-up may take of the time that somebody waits. */
  static Deadline search(Instant until) {
    return new Deadline(until, until.minus(DirectDeletion.PATIENCE.dividedBy(2)));
  }

  private ApiResponse matching(
      Dataset dataset, Map<Identifier, String> known, Optional<Cursor> after, int limit) {
    Instant until = scheduler.now().plus(DirectDeletion.PATIENCE);
    return search
        .having(dataset, known, search(until))
        .map(found -> page(dataset, found, after, limit))
        .orElseGet(Problems::tooManyMatches);
  }

  /** In the order of their keys. */
  private static ApiResponse page(
      Dataset dataset, List<Profile> found, Optional<Cursor> after, int limit) {
    Optional<ProfileKey> last =
        after.flatMap(cursor -> ProfileKeys.read(dataset, cursor.position()));
    List<Profile> rest =
        found.stream()
            .sorted(Comparator.comparing(profile -> profile.key().value()))
            .filter(
                one -> last.filter(key -> one.key().value().compareTo(key.value()) <= 0).isEmpty())
            .toList();
    List<Profile> page = rest.stream().limit(limit).toList();
    Optional<Cursor> next =
        rest.size() > limit
            ? Optional.of(new Cursor(ProfileKeys.write(dataset, page.getLast().key())))
            : Optional.empty();
    return list(page, next);
  }

  private ApiResponse page(Dataset dataset, Optional<Cursor> after, int limit) {
    ProfilePages.Page page = pages.page(dataset, after, limit);
    return list(page.profiles(), page.next());
  }

  private static ApiResponse list(List<Profile> profiles, Optional<Cursor> next) {
    return ApiResponse.json(
        LIST.toJson(
            new ProfileListView(
                profiles.stream().map(ProfileView::of).toList(),
                next.map(PageToken::write).orElse(null))));
  }
}
