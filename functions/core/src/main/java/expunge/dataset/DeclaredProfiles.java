package expunge.dataset;

import java.util.Optional;

/** Reads what is declared of the profile table. */
final class DeclaredProfiles {
  private DeclaredProfiles() {}

  static ProfileTable table(Section profiles, Identifier key) {
    KeyPart plain = new KeyPart(key.name(), key.type(), Template.ID);
    KeyPart partition =
        profiles.optionalSection("partition").map(part -> part(part, key.type())).orElse(plain);
    Optional<KeyPart> sort = profiles.optionalSection("sort").map(part -> part(part, KeyType.TEXT));
    if (partition.template().isConstant()) {
      profiles.problem("partition.template", "needs {id} where the profile's id stands");
    }
    if (sort.filter(part -> part.attribute().equals(partition.attribute())).isPresent()) {
      profiles.problem("sort.attribute", "names an attribute declared before");
    }
    ProfileTable table =
        new ProfileTable(
            profiles.table("table"),
            partition,
            sort,
            profiles.optionalAttribute("protectedBy"),
            profiles.positive("writesPerSecond"));
    if (table.protectedBy().filter(table.keyAttributes()::contains).isPresent()) {
      profiles.problem("protectedBy", "names an attribute of the table's key");
    }
    profiles.refuseTheRest();
    return table;
  }

  private static KeyPart part(Section declared, KeyType type) {
    KeyPart part =
        new KeyPart(declared.attribute("attribute"), type, template(declared, "template", type));
    declared.refuseTheRest();
    return part;
  }

  /** The id alone where nothing is declared. */
  static Template template(Section declared, String member, KeyType type) {
    Template template = optionalTemplate(declared, member).orElse(Template.ID);
    if (type == KeyType.NUMBER && !template.equals(Template.ID)) {
      declared.problem(member, "can only be {id}, as the attribute is a number");
      return Template.ID;
    }
    return template;
  }

  /** Empty where there is none that can be used. */
  static Optional<Template> optionalTemplate(Section declared, String member) {
    Optional<String> text = declared.optionalText(member);
    if (text.filter(Template::isUnclear).isPresent()) {
      declared.problem(member, "has {id} more than once");
      return Optional.empty();
    }
    return text.map(Template::new);
  }
}
