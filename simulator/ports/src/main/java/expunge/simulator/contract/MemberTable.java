package expunge.simulator.contract;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.KeyType;
import expunge.item.Value;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.simulator.people.Members;
import expunge.simulator.people.PeoplesTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A table of profiles of a test's own. */
record MemberTable(PeoplesTables tables, Dataset dataset) {
  /** An email that a profile has. */
  static final Map<String, Value> HERS =
      Map.of(Members.EMAIL.attribute(), text("hers@example.com"));

  /** The email of another. */
  static final Map<String, Value> HIS = Map.of(Members.EMAIL.attribute(), text("his@example.com"));

  static MemberTable make(PeoplesTables tables, KeyType type) {
    Dataset dataset = Members.dataset("members-" + UUID.randomUUID(), type);
    Members.make(tables, dataset);
    return new MemberTable(tables, dataset);
  }

  void put(String id, Map<String, Value> attributes) {
    tables.put(dataset.table(), Members.profile(dataset, id, attributes));
  }

  void putBeside(String id, String sort, Map<String, Value> attributes) {
    tables.put(dataset.table(), Members.record(dataset, id, sort, attributes));
  }

  Map<String, Value> item(String id, Map<String, Value> attributes) {
    return Members.profile(dataset, id, attributes);
  }

  List<Map<String, Value>> all() {
    return tables.all(dataset.table());
  }

  List<Profile> find(String... ids) {
    List<ProfileKey> keys = Arrays.stream(ids).map(ProfileKey::new).toList();
    return tables.profiles().find(dataset, keys).profiles();
  }

  /** All are processed. */
  List<Profile> erase(DeletionType type, Target... targets) {
    ProfileStore.Erased erased = tables.profiles().erase(dataset, type, List.of(targets));
    if (!erased.unprocessed().isEmpty()) {
      throw new AssertionError("not processed");
    }
    return erased.refused();
  }

  static Target target(String id) {
    return Target.of(new ProfileKey(id));
  }

  static Target target(String id, Map<String, Value> carries) {
    return new Target(new ProfileKey(id), carries);
  }

  static Profile profile(String id, boolean isProtected, Map<String, Value> attributes) {
    return new Profile(new ProfileKey(id), isProtected, attributes);
  }

  static Value text(String text) {
    return new Value.Text(text);
  }

  static Value number(String number) {
    return new Value.Numeric(number);
  }
}
