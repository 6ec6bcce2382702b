package expunge.profile;

import expunge.dataset.Dataset;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Link;
import expunge.dataset.ProfileTable;
import expunge.item.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the key of a profile stands in the attributes of its item, as the dataset declares. */
public final class ProfileKeys {
  private ProfileKeys() {}

  /** The attributes of the item's key. */
  public static Map<String, Value> write(Dataset dataset, ProfileKey key) {
    ProfileTable table = dataset.profiles();
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put(table.partition().attribute(), write(table.partition(), key));
    table.sort().ifPresent(sort -> attributes.put(sort.attribute(), write(sort, key)));
    return attributes;
  }

  /** The names of the attributes of the item's key. */
  public static List<String> attributes(Dataset dataset) {
    return dataset.profiles().keyAttributes();
  }

  /** The value that names this profile in an attribute of this form. */
  public static Value write(KeyPart part, ProfileKey key) {
    return switch (part.type()) {
      case TEXT -> new Value.Text(part.template().with(key.value()));
      case NUMBER -> new Value.Numeric(key.value());
    };
  }

  /** The key of the profile that a record is linked to; empty where it is linked to none. */
  public static Optional<ProfileKey> named(Link link, Map<String, Value> record) {
    return id(link.attribute(), record.get(link.attribute().attribute())).map(ProfileKey::new);
  }

  /** The key of the profile that an item is; empty where its key has another form. */
  public static Optional<ProfileKey> read(Dataset dataset, Map<String, Value> item) {
    ProfileTable table = dataset.profiles();
    return id(table.partition(), item.get(table.partition().attribute()))
        .map(ProfileKey::new)
        .filter(
            key ->
                table
                    .sort()
                    .filter(sort -> !write(sort, key).equals(item.get(sort.attribute())))
                    .isEmpty());
  }

  private static Optional<String> id(KeyPart part, @Nullable Value value) {
    return switch (value) {
      case Value.Text(String text) when part.type() == KeyType.TEXT -> part.template().idIn(text);
      case Value.Numeric(String number) when part.type() == KeyType.NUMBER -> Optional.of(number);
      case null, default -> Optional.empty();
    };
  }
}
