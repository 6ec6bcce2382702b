package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.file.Limits;
import expunge.item.Value;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.scenario.Scenario.Platform;
import expunge.simulator.timeline.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Makes a rich scenario of a plain one, whose platform and people it keeps: several profiles have
 * one email, some are protected, and each has up to eight records in either linked table. It has
 * fewer rows, since each takes more calls.
 */
final class RichMaker {
  /** Enough for a batch to be looked up where nothing goes wrong. */
  private static final long LEAST_TIME = 45_000_000;

  private static final int LIST = 107;
  private static final int PEOPLE = 25;
  private static final int EMAILS = 14;
  private static final int MEBIBYTE = 1 << 20;

  private final Scenario plain;
  private final Dice dice;
  private final Values keys;
  private final Values emails;
  private final RichRecords records;

  RichMaker(Scenario plain, Dice dice) {
    this.plain = plain;
    this.dice = dice;
    this.keys = new Values(dice, PEOPLE);
    this.emails = new Values(dice, EMAILS);
    this.records = new RichRecords(dice);
  }

  Scenario make() {
    Dice ofList = new Dice(Chance.mix(plain.seed(), LIST));
    boolean remembers = ofList.happens(0.4);
    Dataset dataset = new RichDataset(dice).of(plain.dataset());
    DeletionType type =
        dice.happens(0.3) ? dataset.deletionTypes().getLast() : dataset.deletionTypes().getFirst();
    Identifier identifier = dice.happens(0.7) ? dataset.identifiers().getFirst() : dataset.key();
    SequencedMap<String, Map<String, Value>> profiles = profiles();
    List<String> known = List.copyOf(profiles.sequencedKeySet());
    int batches = dice.between(2, 5);
    int rows = dice.between(Math.max(4, batches), 18);
    Riches riches =
        new Riches(
            identifier, type, profiles, records(known), some(known, 0.15), dice.between(1, 4));
    return new Scenario(
        plain.seed(),
        remembers ? dataset.suppressing(RichDataset.LIST) : dataset,
        Set.copyOf(known),
        some(known, 0.15),
        files(identifier, rows),
        meddling(known, remembers ? Optional.of(ofList) : Optional.empty()),
        plain.controls(),
        plain.guarded(),
        plain.dryRun(),
        plain.retries(),
        platform((rows + batches - 1) / batches),
        Optional.of(riches));
  }

  private Platform platform(int rowsPerBatch) {
    Limits limits = new Limits(5_000_000, 1_000, MEBIBYTE, rowsPerBatch, 4 * MEBIBYTE);
    return plain.platform().with(limits, LEAST_TIME);
  }

  private List<byte[]> files(Identifier identifier, int rows) {
    List<byte[]> files = new ArrayList<>();
    files.add(file(identifier, rows, !dice.happens(0.04)));
    if (dice.happens(0.3)) {
      files.add(file(identifier, dice.between(4, rows), true));
    }
    return files;
  }

  private byte[] file(Identifier identifier, int rows, boolean acceptable) {
    boolean byEmail = identifier.index().isPresent();
    FileMaker maker = new FileMaker(dice, identifier.name(), byEmail ? this::email : keys::any);
    return maker.make(rows, acceptable);
  }

  private String email() {
    return emails.any() + "@example";
  }

  /** In some seeds, a few. */
  private Set<String> some(List<String> all, double share) {
    Set<String> few = new LinkedHashSet<>();
    if (dice.happens(share)) {
      for (int i = dice.between(1, 4); i > 0; i--) {
        few.add(dice.oneOf(all));
      }
    }
    return few;
  }

  private SequencedMap<String, Map<String, Value>> profiles() {
    SequencedMap<String, Map<String, Value>> profiles = new LinkedHashMap<>();
    for (int i = dice.between(15, 30); i > 0; i--) {
      profiles.put(keys.any(), attributes());
    }
    return profiles;
  }

  private Map<String, Value> attributes() {
    Map<String, Value> attributes = new HashMap<>();
    if (dice.happens(0.9)) {
      attributes.put(Riches.EMAIL, new Value.Text(email()));
    }
    if (dice.happens(0.85)) {
      attributes.put(Riches.SINCE, new Value.Numeric("" + dice.between(1, 12)));
    }
    if (dice.happens(0.7)) {
      attributes.put("phone", new Value.Text("+49 " + dice.between(1, 9)));
    }
    if (dice.happens(0.15)) {
      attributes.put(Riches.HOLD, new Value.Flag(dice.happens(0.7)));
    }
    return attributes;
  }

  private List<Deed.Write> records(List<String> known) {
    List<Deed.Write> all = new ArrayList<>();
    for (String key : known) {
      for (int i = records.number(); i > 0; i--) {
        all.add(records.ofKey(key));
      }
      for (int i = records.number(); i > 0; i--) {
        all.add(records.ofIndex(key));
      }
    }
    return all;
  }

  private List<Meddling> meddling(List<String> known, Optional<Dice> ofList) {
    RichMeddling maker = new RichMeddling(dice, known, this::email, this::attributes, records);
    List<Meddling> acts = new ArrayList<>();
    for (int i = dice.between(0, 10); i > 0; i--) {
      acts.add(maker.one());
    }
    ofList
        .map(own -> new RichMeddling(own, known, this::email, this::attributes, records))
        .ifPresent(own -> acts.add(own.inTheLastMoment()));
    return acts;
  }
}
