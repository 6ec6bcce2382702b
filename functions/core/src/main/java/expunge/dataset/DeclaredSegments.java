package expunge.dataset;

import expunge.dataset.Segments.Membership;
import java.util.List;
import java.util.Optional;

/** Reads where the segments of a dataset live. */
final class DeclaredSegments {
  private final Section declared;
  private final List<LinkedTable> linked;

  private DeclaredSegments(Section declared, List<LinkedTable> linked) {
    this.declared = declared;
    this.linked = linked;
  }

  static Optional<Segments> segments(Section dataset, List<LinkedTable> linked) {
    return dataset
        .optionalSection("segments")
        .map(section -> new DeclaredSegments(section, linked).segments());
  }

  private Segments segments() {
    Segments segments =
        new Segments(
            declared.table("table"),
            declared.optionalSection("members").flatMap(this::membership),
            declared.optionalAttribute("attribute"));
    if (!declared.has("members") && !declared.has("attribute")) {
      declared.problem("needs members or attribute, which say who is in a segment");
    }
    declared.refuseTheRest();
    return segments;
  }

  /** What is deleted with its profile: nobody who is gone may stay a member. */
  private Optional<Membership> membership(Section members) {
    String name = members.text("linked");
    KeyAttribute segment = new KeyAttribute(members.attribute("segment"), KeyType.TEXT);
    Optional<String> index = members.optionalIndex("index");
    Optional<LinkedTable> table =
        linked.stream().filter(one -> one.name().equals(name)).findFirst();
    if (members.has("linked") && table.isEmpty()) {
      members.problem("linked", "is no linked table of this dataset");
    }
    table.ifPresent(found -> check(members, found, segment, index));
    members.refuseTheRest();
    return table.map(found -> new Membership(found, segment, index));
  }

  private static void check(
      Section members, LinkedTable table, KeyAttribute segment, Optional<String> index) {
    if (!(table.rule() instanceof LinkedRule.Delete)) {
      members.problem("linked", "needs the rule delete, as nobody who is gone may stay a member");
    }
    if (index.isEmpty() && !table.partition().equals(segment)) {
      members.problem("index", "missing, as segment is not the table's partition key, a text");
    }
    if (table.link().attribute().attribute().equals(segment.name())) {
      members.problem("segment", "names the attribute of the link to the profile");
    }
  }
}
