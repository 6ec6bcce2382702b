package expunge.aws;

import expunge.access.ApiKey;
import expunge.access.KeyHash;
import expunge.access.KeyId;
import expunge.access.Role;
import expunge.access.StoredKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The record of a key, and the one that says whose its label is. */
final class KeyItem {
  /** The partition of all keys. */
  static final String KEYS = "keys";

  static final String LAST_USED_AT = "lastUsedAt";
  static final String HOLDER = "holder";

  private static final String LABELS = "labels";
  private static final Duration SHOWN_AFTER_ITS_END = Duration.ofDays(30);

  private KeyItem() {}

  static Map<String, AttributeValue> key(KeyId id) {
    return AccessTable.key(KEYS, id.hex());
  }

  static Map<String, AttributeValue> labelKey(String label) {
    return AccessTable.key(LABELS, label);
  }

  static Map<String, AttributeValue> write(StoredKey stored) {
    return expiring(
            ItemWriter.record()
                .text(AccessTable.ID, KEYS)
                .text(AccessTable.RECORD, stored.key().id().hex())
                .text("label", stored.key().label())
                .text("role", stored.key().role().word())
                .text("hash", stored.key().hash().hex())
                .time("createdAt", stored.createdAt())
                .text("createdBy", stored.createdBy())
                .time("validUntil", stored.expiresAt())
                .time(LAST_USED_AT, stored.lastUsedAt()),
            stored)
        .attributes();
  }

  static Map<String, AttributeValue> writeLabel(StoredKey stored) {
    return expiring(
            ItemWriter.record()
                .text(AccessTable.ID, LABELS)
                .text(AccessTable.RECORD, stored.key().label())
                .text(HOLDER, stored.key().id().hex()),
            stored)
        .attributes();
  }

  private static ItemWriter expiring(ItemWriter item, StoredKey stored) {
    stored
        .expiresAt()
        .map(end -> end.plus(SHOWN_AFTER_ITS_END).getEpochSecond())
        .ifPresent(second -> item.number(AccessTable.EXPIRES_AT, second));
    return item;
  }

  static StoredKey read(Map<String, AttributeValue> item) {
    return ItemReader.read(item, KeyItem::read);
  }

  private static StoredKey read(ItemReader item) {
    Optional<Role> role = Role.of(item.text("role"));
    return new StoredKey(
        new ApiKey(
            item.text("label"),
            role.orElseThrow(() -> new IllegalArgumentException("an unknown role")),
            new KeyHash(item.text("hash"))),
        item.time("createdAt"),
        item.text("createdBy"),
        item.optionalTime("validUntil"),
        item.optionalTime(LAST_USED_AT));
  }

  static KeyId readHolder(Map<String, AttributeValue> label) {
    return ItemReader.read(label, item -> new KeyId(item.text(HOLDER)));
  }
}
