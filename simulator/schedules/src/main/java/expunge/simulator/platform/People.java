package expunge.simulator.platform;

import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Scenario.Call;
import java.util.Optional;

/** People who choose their moment. */
@FunctionalInterface
public interface People {
  /** What one of them does with the first task just before a process makes this call. */
  Optional<Call> before(PortCall call);
}
