package expunge.local.contract;

import expunge.access.KeyStore;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.run.SystemScheduler;
import expunge.simulator.contract.KeyStoreContract;

/** The whole contract again, while the first answer of every call is lost. */
class DynamoKeyStoreWithLostAnswersIT extends KeyStoreContract {
  // A client for each test, as the SDK gives up repeating where too much fails.
  private final AwsClients clients = EmulatedAws.clientsWith(new LosesFirstAnswers());

  private final KeyStore store =
      new AwsPorts(clients, new SystemScheduler()).keyStore(EmulatedAws.ACCESS);

  @Override
  protected KeyStore store() {
    return store;
  }
}
