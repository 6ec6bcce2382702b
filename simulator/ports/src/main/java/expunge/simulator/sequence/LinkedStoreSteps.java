package expunge.simulator.sequence;

import expunge.dataset.KeyAttribute;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.simulator.people.LinkedRules;
import expunge.simulator.people.LinkedShape;
import expunge.simulator.people.PeoplesTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Calls of all rules on a few records of a few profiles, which others put there and hand on. */
public final class LinkedStoreSteps implements Steps<LinkedStoreSteps.Table> {
  private static final List<String> OWNERS = List.of("1", "2", "10");
  private static final int RECORDS = 5;

  private final LinkedShape shape;

  /** A table that both sides have. */
  public record Table(PeoplesTables tables, String name) {
    /** Makes it. */
    public static Table make(PeoplesTables tables, String name, LinkedShape shape) {
      shape.make(tables, name);
      return new Table(tables, name);
    }
  }

  /** Of tables of this shape. */
  public LinkedStoreSteps(LinkedShape shape) {
    this.shape = shape;
  }

  @Override
  public Step<Table> next(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> put(random);
      case 4, 5 -> find(owner(random), rule(random));
      default -> treat(random);
    };
  }

  @Override
  public List<Step<Table>> last() {
    return List.of(
        new Step<>(
            "all",
            side -> Shown.sorted(side.port().tables().all(side.port().name()), Shown::item)));
  }

  private Step<Table> put(Random random) {
    String owner = owner(random);
    Map<String, Value> item = new HashMap<>(shape.record(owner, random.nextInt(RECORDS)));
    if (!shape.isInKey() && random.nextInt(4) == 0) {
      item.put(shape.owner(), shape.linked(owner(random)));
    }
    List<Value> kinds = List.of(new Value.Text("draft"), new Value.Text("sent"), new Value.Other());
    item.put("kind", kinds.get(random.nextInt(kinds.size())));
    item.keySet().removeIf(name -> name.equals("kind") && random.nextInt(4) == 0);
    if (random.nextBoolean()) {
      item.put("age", random.nextBoolean() ? new Value.Numeric("7") : new Value.Other());
    }
    return new Step<>(
        "put " + Shown.item(item),
        side -> {
          side.port().tables().put(side.port().name(), item);
          return Step.DONE;
        });
  }

  private Step<Table> find(String owner, LinkedRule rule) {
    return new Step<>(
        "find those of %s for %s".formatted(owner, rule.getClass().getSimpleName()),
        side -> {
          LinkedTable table = shape.table(side.port().name(), rule);
          List<LinkedRecord> found = new ArrayList<>();
          Optional<Cursor> after = Optional.empty();
          do {
            LinkedStore.Page page =
                side.port().tables().linked().find(table, new ProfileKey(owner), after);
            found.addAll(page.records());
            after = page.next();
          } while (after.isPresent());
          return shown(found);
        });
  }

  private Step<Table> treat(Random random) {
    String owner = owner(random);
    LinkedRule rule = rule(random);
    String newId = "new" + random.nextInt(3);
    LinkedTable table = shape.table("any", rule);
    int most = random.nextInt(8) == 0 ? RECORDS : LinkedStore.perCall(table);
    List<LinkedRecord> records =
        IntStream.range(0, RECORDS)
            .filter(_ -> random.nextBoolean())
            .limit(most)
            .mapToObj(n -> drawn(table, owner, n, random))
            .toList();
    return new Step<>(
        "treat %s of %s by %s as %s"
            .formatted(shown(records), owner, rule.getClass().getSimpleName(), newId),
        side ->
            shown(
                side.port()
                    .tables()
                    .linked()
                    .treat(
                        shape.table(side.port().name(), rule),
                        new ProfileKey(owner),
                        records,
                        newId)));
  }

  private LinkedRecord drawn(LinkedTable table, String owner, int number, Random random) {
    Map<String, Value> key = new HashMap<>(shape.record(owner, number));
    key.keySet().retainAll(table.key().stream().map(KeyAttribute::name).toList());
    return new LinkedRecord(
        key, table.rule() instanceof LinkedRule.DeleteWhere && random.nextBoolean());
  }

  private static String owner(Random random) {
    return OWNERS.get(random.nextInt(OWNERS.size()));
  }

  private static LinkedRule rule(Random random) {
    return LinkedRules.EACH.get(random.nextInt(LinkedRules.EACH.size()));
  }

  private static String shown(List<LinkedRecord> records) {
    return Shown.sorted(
            records, one -> Shown.item(one.key()) + (one.meetsCriterion() ? " meets" : ""))
        .toString();
  }
}
