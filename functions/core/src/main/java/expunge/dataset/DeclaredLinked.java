package expunge.dataset;

import java.util.List;
import java.util.Optional;

/** Reads what is declared of a linked table. */
final class DeclaredLinked {
  private static final String DETACHED = "detached#";

  private final Section declared;
  private final ProfileTable profiles;

  private DeclaredLinked(Section declared, ProfileTable profiles) {
    this.declared = declared;
    this.profiles = profiles;
  }

  static LinkedTable table(Section declared, ProfileTable profiles) {
    return new DeclaredLinked(declared, profiles).table();
  }

  private LinkedTable table() {
    Section key = declared.section("key");
    KeyAttribute partition =
        new KeyAttribute(
            key.attribute("partition"), key.oneOf("partitionType", DeclaredIdentifier.TYPES));
    Optional<KeyAttribute> sort = sort(key, partition);
    key.refuseTheRest();
    LinkedTable table =
        new LinkedTable(
            declared.text("name"),
            declared.table("table"),
            partition,
            sort,
            link(),
            DeclaredRule.rule(declared),
            declared.optionalText("detachedPrefix").orElse(DETACHED));
    declared.optionalSection("link").ifPresent(section -> checkLink(section, table));
    DeclaredRule.check(declared, table);
    declared.refuseTheRest();
    return table;
  }

  private static Optional<KeyAttribute> sort(Section key, KeyAttribute partition) {
    KeyType type = key.oneOf("sortType", DeclaredIdentifier.TYPES);
    if (!key.has("sort")) {
      key.refuse(List.of("sortType"), "needs a sort key");
    }
    Optional<String> name = key.optionalAttribute("sort");
    if (name.filter(partition.name()::equals).isPresent()) {
      key.problem("sort", "names an attribute declared before");
    }
    return name.map(attribute -> new KeyAttribute(attribute, type));
  }

  private Link link() {
    Section section = declared.section("link");
    KeyType type = section.oneOf("type", DeclaredIdentifier.TYPES);
    Template template = DeclaredProfiles.template(section, "template", type);
    if (template.isConstant()) {
      section.problem("template", "needs {id} where the profile's id stands");
    }
    if (type == KeyType.NUMBER && profiles.partition().type() != KeyType.NUMBER) {
      section.problem("type", "can't be number, as the profiles' key is a text");
    }
    Link link =
        new Link(
            new KeyPart(section.attribute("attribute"), type, template),
            section.optionalIndex("index"),
            DeclaredProfiles.optionalTemplate(section, "sortBegins"));
    section.refuseTheRest();
    return link;
  }

  private void checkLink(Section section, LinkedTable table) {
    Link link = table.link();
    KeyPart attribute = link.attribute();
    if (!section.has("index") && !attribute.attribute().equals(table.partition().name())) {
      section.problem("index", "missing, as the attribute is not the table's partition key");
    }
    boolean textSort = table.sort().filter(sort -> sort.type() == KeyType.TEXT).isPresent();
    if (section.has("sortBegins") && (section.has("index") || !textSort)) {
      section.problem("sortBegins", "needs the table's own key, with a sort key that is a text");
    }
    if (table.key().stream()
        .anyMatch(
            key -> key.name().equals(attribute.attribute()) && key.type() != attribute.type())) {
      section.problem("type", "is not the type that the table's key declares for the attribute");
    }
    if (findsTheProfile(table)) {
      section.problem(
          "sortBegins", "has to tell the records from the profile, which has the same partition");
    }
    if (table.movesRecords() && attribute.type() == KeyType.NUMBER) {
      section.problem("type", "can't be number, as the link is part of the key that moves");
    }
  }

  /** A profile that is taken for its own record would go before anything protects it. */
  private boolean findsTheProfile(LinkedTable table) {
    KeyPart attribute = table.link().attribute();
    boolean samePartition =
        table.link().isByKey()
            && table.table().equals(profiles.table())
            && attribute.attribute().equals(profiles.partition().attribute())
            && attribute.template().equals(profiles.partition().template());
    Optional<String> profileSort = profiles.sort().map(part -> part.template().text());
    return samePartition
        && table
            .link()
            .sortBegins()
            .filter(begins -> profileSort.filter(it -> !it.startsWith(begins.text())).isPresent())
            .isEmpty();
  }
}
