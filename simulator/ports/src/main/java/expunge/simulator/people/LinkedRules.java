package expunge.simulator.people;

import expunge.dataset.LinkedRule;
import expunge.item.Value;
import java.util.List;
import java.util.Map;

/** What can become of linked records. */
public final class LinkedRules {
  /** Each rule once; those that decide by an attribute look at {@code kind} and {@code age}. */
  public static final List<LinkedRule> EACH =
      List.of(
          new LinkedRule.Delete(),
          new LinkedRule.Anonymize(List.of("age"), Map.of("is known?", new Value.Flag(false))),
          new LinkedRule.Detach(),
          new LinkedRule.DeleteWhere("kind", new Value.Text("draft")),
          new LinkedRule.Strip(List.of("age", "is known?")));

  private LinkedRules() {}
}
