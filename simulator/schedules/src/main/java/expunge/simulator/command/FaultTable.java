package expunge.simulator.command;

import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.simulator.fault.Tally;
import expunge.task.TaskKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows what went wrong where: a line per port call, a column per kind of fault. */
final class FaultTable {
  private static final String IMPOSSIBLE = "–";

  private FaultTable() {}

  /** Of worlds with tasks of this kind. */
  static String of(TaskKind kind, Tally tally) {
    StringBuilder text = new StringBuilder("%-20s".formatted("port call"));
    for (Fault fault : Fault.values()) {
      text.append(cell(fault, fault.label()));
    }
    for (PortCall call : calls(kind)) {
      text.append("%n%-20s".formatted(call.label()));
      for (Fault fault : Fault.values()) {
        text.append(cell(fault, count(tally, fault, call)));
      }
    }
    text.append("%n%nbetween the services%n".formatted());
    for (Mishap mishap : Mishap.values()) {
      text.append("  %-26s%,12d%n".formatted(mishap.label(), tally.count(mishap)));
    }
    return text.toString();
  }

  private static List<PortCall> calls(TaskKind kind) {
    return Stream.of(PortCall.values()).filter(call -> call.isMadeFor(kind)).toList();
  }

  private static String count(Tally tally, Fault fault, PortCall call) {
    return fault.meets(call) ? "" + tally.count(fault, call) : IMPOSSIBLE;
  }

  private static String cell(Fault fault, String text) {
    return String.format(Locale.ROOT, "%" + (Math.max(8, fault.label().length()) + 2) + "s", text);
  }
}
