package expunge.local.contract;

import expunge.simulator.contract.LinkedRulesContract;
import expunge.simulator.contract.LinkedStoreContract;
import expunge.simulator.people.PeoplesTables;

/**
 * The whole contract again, while the first answer of every call is lost after DynamoDB has done
 * what was asked, and the SDK repeats the call by itself.
 */
class LinkedStoreWithLostAnswersIT implements LinkedRulesContract, LinkedStoreContract {
  private final PeoplesTables tables =
      new DynamoPeoplesTables(
          EmulatedAws.clientsWith(new LosesFirstAnswers()), EmulatedAws.CLIENTS.dynamoDb());

  @Override
  public PeoplesTables tables() {
    return tables;
  }
}
