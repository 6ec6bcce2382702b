package expunge.simulator.memory;

import expunge.access.KeyStore;
import expunge.simulator.contract.KeyStoreContract;

class MemoryKeyStoreTest extends KeyStoreContract {
  private final KeyStore store = new MemoryKeyStore();

  @Override
  protected KeyStore store() {
    return store;
  }
}
