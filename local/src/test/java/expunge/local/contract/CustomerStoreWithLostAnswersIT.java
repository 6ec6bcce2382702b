package expunge.local.contract;

import expunge.simulator.contract.CustomerContract;
import expunge.simulator.people.PeoplesTables;

/** The whole contract again, while the first answer of every call is lost. */
class CustomerStoreWithLostAnswersIT implements CustomerContract {
  private final PeoplesTables tables =
      new DynamoPeoplesTables(
          EmulatedAws.clientsWith(new LosesFirstAnswers()), EmulatedAws.CLIENTS.dynamoDb());

  @Override
  public PeoplesTables tables() {
    return tables;
  }
}
