package expunge.simulator.memory;

import expunge.simulator.contract.CustomerContract;
import expunge.simulator.contract.ErasureContract;
import expunge.simulator.contract.LinkedRulesContract;
import expunge.simulator.contract.LinkedStoreContract;
import expunge.simulator.contract.LookupContract;
import expunge.simulator.contract.MatchingContract;
import expunge.simulator.contract.SuppressionContract;
import expunge.simulator.contract.TargetContract;
import expunge.simulator.people.PeoplesTables;

class MemoryPeoplesTablesTest
    implements LookupContract,
        MatchingContract,
        TargetContract,
        ErasureContract,
        SuppressionContract,
        CustomerContract,
        LinkedRulesContract,
        LinkedStoreContract {
  private final PeoplesTables tables = new MemoryPeoplesTables();

  @Override
  public PeoplesTables tables() {
    return tables;
  }
}
