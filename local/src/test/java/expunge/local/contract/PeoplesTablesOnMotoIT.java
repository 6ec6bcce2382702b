package expunge.local.contract;

import expunge.aws.AwsClients;
import expunge.local.Moto;
import expunge.simulator.contract.LookupContract;
import expunge.simulator.contract.MatchingContract;
import expunge.simulator.people.PeoplesTables;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What only reads, on moto too: its statements know no conditions. Skipped where there is no moto,
 * unless CI is set.
 */
class PeoplesTablesOnMotoIT implements LookupContract, MatchingContract {
  private static Optional<Moto> moto = Optional.empty();
  private static Optional<AwsClients> clients = Optional.empty();

  @BeforeAll
  static void startMoto() {
    Moto started = Moto.start();
    moto = Optional.of(started);
    clients = Optional.of(EmulatedAws.clientsWithDynamoDbAt(started.endpoint()));
  }

  @AfterAll
  static void stopMoto() {
    clients.ifPresent(AwsClients::close);
    moto.ifPresent(Moto::close);
  }

  @Override
  public PeoplesTables tables() {
    return new DynamoPeoplesTables(clients.orElseThrow());
  }
}
