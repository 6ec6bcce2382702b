package expunge.simulator.trace;

import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Scenario;
import java.util.Locale;

/** Something that happens in a trace. Everything else goes well, and takes no time. */
sealed interface Event {
  /** The process waits before its first such call until no other can go on. */
  static Event waits(String process, PortCall call) {
    return new Wait(new Moment(process, call, 1));
  }

  /** The first such call of the process goes wrong. */
  static Event wrong(String process, PortCall call, Fault fault) {
    return wrong(process, call, 1, fault);
  }

  /** One of these calls goes wrong. */
  static Event wrong(String process, PortCall call, int number, Fault fault) {
    return new Wrong(new Moment(process, call, number), fault);
  }

  /** The first such call of the process takes a while. */
  static Event slow(String process, PortCall call, int seconds) {
    return new Slow(new Moment(process, call, 1), seconds);
  }

  /** Somebody calls just before the first such call of the process. */
  static Event person(String process, PortCall call, Scenario.Call asked) {
    return new Person(new Moment(process, call, 1), asked);
  }

  /** Something happens between the services, at one of the occasions for it. */
  static Event twist(Mishap mishap, int number) {
    return new Twist(mishap, number);
  }

  /**
   * A call of a process.
   *
   * @param process as traces call it
   * @param number which of its calls of this kind, from 1
   */
  record Moment(String process, PortCall call, int number) {
    @Override
    public String toString() {
      return process + " " + call.label() + counted(number);
    }
  }

  private static String counted(int number) {
    return number > 1 ? " no. " + number : "";
  }

  /** See {@link #waits}. */
  record Wait(Moment moment) implements Event {
    @Override
    public String toString() {
      return moment + ": waits for the others";
    }
  }

  /** See {@link #wrong}. */
  record Wrong(Moment moment, Fault fault) implements Event {
    @Override
    public String toString() {
      return moment + ": " + fault.label();
    }
  }

  /** See {@link #slow}; the effect comes somewhere within that time. */
  record Slow(Moment moment, int seconds) implements Event {
    @Override
    public String toString() {
      return moment + ": takes " + seconds + " s";
    }
  }

  /** See {@link #person}. */
  record Person(Moment moment, Scenario.Call call) implements Event {
    @Override
    public String toString() {
      return moment + ": somebody calls " + call.name().toLowerCase(Locale.ROOT) + " first";
    }
  }

  /** See {@link #twist}; occasions count from 1. */
  record Twist(Mishap mishap, int number) implements Event {
    @Override
    public String toString() {
      return mishap.label() + counted(number);
    }
  }
}
