package expunge.simulator.memory;

import expunge.access.CallCounter;
import expunge.simulator.contract.CallCounterContract;

class MemoryCallCounterTest extends CallCounterContract {
  private final CallCounter counter = new MemoryCallCounter();

  @Override
  protected CallCounter counter() {
    return counter;
  }
}
