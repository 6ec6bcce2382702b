package expunge.local.contract;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.local.system.DeclaredTables;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.simulator.contract.ProfileStoreContract;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

class DynamoProfileStoreIT extends ProfileStoreContract {
  private final DynamoDbClient client = EmulatedAws.CLIENTS.dynamoDb();
  private final ProfileStore store = EmulatedAws.PORTS.profileStore();

  @Override
  protected ProfileStore store() {
    return store;
  }

  @Override
  protected Dataset dataset(KeyType type) {
    String table = "profiles-by-" + type;
    Dataset dataset = Dataset.byKey("profiles", table, Identifier.plain("key id", type));
    createTable(dataset);
    return dataset;
  }

  @Override
  protected void putProfile(Dataset dataset, ProfileKey key) {
    AttributeValue value =
        dataset.key().type() == KeyType.TEXT
            ? AttributeValue.fromS(key.value())
            : AttributeValue.fromN(key.value());
    Map<String, AttributeValue> profile =
        Map.of(dataset.key().name(), value, "email", AttributeValue.fromS("somebody@example.com"));
    client.putItem(r -> r.tableName(dataset.table()).item(profile));
  }

  private void createTable(Dataset dataset) {
    try {
      client.createTable(DeclaredTables.profiles(dataset));
    } catch (ResourceInUseException there) {
      client.describeTable(r -> r.tableName(dataset.table()));
    }
  }
}
