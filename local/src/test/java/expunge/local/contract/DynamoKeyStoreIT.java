package expunge.local.contract;

import expunge.access.KeyStore;
import expunge.simulator.contract.KeyStoreContract;

class DynamoKeyStoreIT extends KeyStoreContract {
  private final KeyStore store = EmulatedAws.PORTS.keyStore(EmulatedAws.ACCESS);

  @Override
  protected KeyStore store() {
    return store;
  }
}
