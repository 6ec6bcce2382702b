package expunge.local.tables;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Template;
import expunge.local.tables.TableShape.KeyShape;
import java.util.List;
import java.util.Optional;

/** Whether the profile table is as the dataset declares. */
final class ProfilesCheck {
  private final Dataset dataset;
  private final TableShape table;

  ProfilesCheck(Dataset dataset, TableShape table) {
    this.dataset = dataset;
    this.table = table;
  }

  void check(Findings findings) {
    Findings profiles = findings.at("profiles");
    checkPartition(profiles);
    checkSort(profiles);
    List<Identifier> identifiers = dataset.identifiers();
    for (int i = 0; i < identifiers.size(); i++) {
      Identifier identifier = identifiers.get(i);
      Findings of = findings.at("identifiers[" + i + "]");
      identifier
          .index()
          .map(Index::name)
          .ifPresent(
              index ->
                  Shapes.index(
                      table, index, identifier.attribute(), identifier.type(), "type", of));
    }
  }

  private void checkPartition(Findings findings) {
    KeyPart declared = dataset.profiles().partition();
    boolean plain =
        declared.attribute().equals(dataset.key().name())
            && declared.template().equals(Template.ID);
    Shapes.compare(
        table.key().getFirst(),
        declared.attribute(),
        declared.type(),
        plain ? "key" : "partition.attribute",
        "keyType",
        findings);
  }

  private void checkSort(Findings findings) {
    Optional<KeyPart> declared = dataset.profiles().sort();
    Optional<KeyShape> there = table.key().stream().skip(1).findFirst();
    if (there.isEmpty()) {
      declared.ifPresent(
          sort -> findings.add("sort", "the table's key has no sort key", "remove it"));
    } else if (declared.isEmpty()) {
      findings.add(
          "sort",
          "the table's key has the sort key " + there.get() + ", which is not declared",
          "declare what it says of a profile");
    } else if (there.get().name().equals(declared.get().attribute())
        && !Shapes.fits(there.get(), KeyType.TEXT)) {
      findings.add(
          "sort",
          there.get() + " is no text",
          "Expunge can't use a profile table with such a sort key");
    } else {
      Shapes.compare(
          there.get(), declared.get().attribute(), KeyType.TEXT, "sort.attribute", "", findings);
    }
  }
}
