package expunge.simulator.bug;

import expunge.imports.CustomerStore;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import java.util.function.BiFunction;

/** Every bug that is planted in imports, with the rule of ADR 21 that it switches off. */
@SuppressWarnings(
    "ImmutableEnumChecker") // what it holds makes a new plant each time, and keeps none
public enum ImportBug {
  IGNORES_THE_LINES(
      "the feed remembers the lines",
      "A row whose line the feed has is written again.",
      CustomerBugs.IgnoresTheLines::new),
  NEVER_LOOKS(
      "a strong read before a row has failed",
      "Whoever settles a batch takes all rows that are left as not written.",
      CustomerBugs.NeverLooks::new),
  FORGETS_THE_LIST(
      "the suppression list in the transaction",
      "The list is asked when a batch is planned, and not when it is written.",
      CustomerBugs.ForgetsTheList::new),
  FORGETS_THE_KEY(
      "the list remembers where the feed forgets",
      "The key of a new profile is not looked for in the list.",
      CustomerBugs.ForgetsTheKey::new),
  LETS_ANYBODY_JOIN(
      "the segment in the transaction",
      "A segment is joined, whether it takes members or not.",
      CustomerBugs.LetsAnybodyJoin::new),
  TRUSTS_THE_PLAN(
      "the profile that was found",
      "A profile is written that has lost the row's identifiers since the plan.",
      CustomerBugs.TrustsThePlan::new),
  KEYS_OF_ITS_OWN(
      "derived keys",
      "Each import makes keys of its own of the same person.",
      CustomerBugs.KeysOfItsOwn::new),
  WRITES_HALF(
      "a row is one transaction",
      "Where a row is refused, profiles of others are written without their feed.",
      CustomerBugs.WritesHalf::new);

  private final String rule;
  private final String sentence;
  private final BiFunction<CustomerStore, World, CustomerStore> bug;

  ImportBug(String rule, String sentence, BiFunction<CustomerStore, World, CustomerStore> bug) {
    this.rule = rule;
    this.sentence = sentence;
    this.bug = bug;
  }

  /** Which rule it switches off. */
  public String rule() {
    return rule;
  }

  /** What it does, for people. */
  public String sentence() {
    return sentence;
  }

  /** Plants it anew. */
  public Plant plant() {
    return new Plant() {
      @Override
      public CustomerStore customers(CustomerStore tables, World world) {
        return bug.apply(tables, world);
      }
    };
  }
}
