package expunge.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the deletion types that are declared beside the complete one. */
final class DeclaredTypes {
  private DeclaredTypes() {}

  static List<DeletionType> types(
      Section dataset, ProfileTable profiles, List<LinkedTable> linked) {
    List<DeletionType> types = new ArrayList<>(List.of(new DeletionType.Complete()));
    dataset.list("deletionTypes").map(one -> type(one, profiles, linked)).forEach(types::add);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < types.size(); i++) {
      if (!names.add(types.get(i).name())) {
        dataset.problem("deletionTypes[" + (i - 1) + "].name", "declared before");
      }
    }
    return types;
  }

  private static DeletionType type(
      Section declared, ProfileTable profiles, List<LinkedTable> linked) {
    List<String> attributes = declared.attributes("remove");
    if (attributes.isEmpty()) {
      declared.problem("remove", "needs at least one attribute of the profile");
    }
    attributes.stream()
        .filter(
            name ->
                profiles.keyAttributes().contains(name)
                    || profiles.protectedBy().filter(name::equals).isPresent())
        .forEach(name -> declared.problem("remove", "names " + name + ", which has to stay"));
    Map<String, List<String>> ofLinked = new LinkedHashMap<>();
    declared
        .optionalSection("linked")
        .ifPresent(section -> ofLinked.putAll(ofLinked(section, linked)));
    String name = declared.text("name");
    DeletionType type =
        new DeletionType.RemoveAttributes(
            name, declared.optionalText("title").orElse(name), attributes, ofLinked);
    declared.refuseTheRest();
    return type;
  }

  private static Map<String, List<String>> ofLinked(Section section, List<LinkedTable> linked) {
    Map<String, List<String>> removed = new LinkedHashMap<>();
    for (String name : section.names()) {
      List<String> attributes = section.attributes(name);
      Optional<LinkedTable> table =
          linked.stream().filter(one -> one.name().equals(name)).findFirst();
      if (table.isEmpty()) {
        section.problem(name, "is no linked table of this dataset");
      } else {
        refuseFixed(section, table.get(), attributes);
      }
      removed.put(name, attributes);
    }
    return removed;
  }

  private static void refuseFixed(Section section, LinkedTable table, List<String> attributes) {
    if (attributes.isEmpty()) {
      section.problem(table.name(), "needs at least one attribute");
    }
    attributes.stream()
        .filter(
            name ->
                name.equals(table.link().attribute().attribute())
                    || table.key().stream().map(KeyAttribute::name).anyMatch(name::equals))
        .forEach(
            name ->
                section.problem(
                    table.name(), "names " + name + ", which is of the table's key, or its link"));
  }
}
