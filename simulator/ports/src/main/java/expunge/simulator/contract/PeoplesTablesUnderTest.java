package expunge.simulator.contract;

import expunge.simulator.people.PeoplesTables;

/** What the contracts of people's tables are about. */
public interface PeoplesTablesUnderTest {
  /** The tables, the same on each call within a test. */
  PeoplesTables tables();
}
