package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.MemorySystem;
import expunge.simulator.memory.MemoryDoorbells;
import expunge.task.Doorbell;
import expunge.work.Answer;
import expunge.work.Worker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

/**
 * Ports of one process that dies at its n-th port call: the call takes effect or not, its answer
 * never comes, and nothing that the process does afterwards has any effect.
 */
final class Crashing {
  private static final Duration VISIBILITY = Duration.ofMinutes(12);

  private final int at;
  private final boolean effect;
  private int calls;

  /** Dies at call {@code at}, from 1, with or without its effect. */
  Crashing(int at, boolean effect) {
    this.at = at;
    this.effect = effect;
  }

  /** The end of a process. No use case may catch it. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Whether the process is dead. */
  boolean happened() {
    return calls >= at;
  }

  /** Lets the worker, which has these ports, answer bells until it is dead or none is left. */
  void answerUntilDeath(MemorySystem system, Worker worker) {
    answerUntilDeath(system, system.doorbells, worker);
  }

  /** The same of the bells of this queue. */
  void answerUntilDeath(MemorySystem system, MemoryDoorbells queue, Worker worker) {
    while (!happened() && !queue.queued().isEmpty()) {
      system.scheduler.waitUntil(queue.queued().getFirst().due());
      for (Doorbell bell : queue.takeDue(system.scheduler.now())) {
        answer(system, queue, worker, bell);
      }
    }
  }

  /** A message whose receiver died comes back when its visibility has run out. */
  private static void answer(
      MemorySystem system, MemoryDoorbells queue, Worker worker, Doorbell bell) {
    try {
      assertThat(worker.answer(bell, system.deadline())).isEqualTo(Answer.ACKNOWLEDGE);
    } catch (Death death) {
      queue.ring(List.of(bell), VISIBILITY);
    }
  }

  <T> T port(Class<T> type, T port) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, args) -> call(port, method, args));
    return type.cast(proxy);
  }

  private Object call(Object port, Method method, Object[] args) throws Throwable {
    if (happened()) {
      throw new Death();
    }
    calls++;
    if (happened() && !effect) {
      throw new Death();
    }
    try {
      Object answer = method.invoke(port, args);
      if (happened()) {
        throw new Death();
      }
      return answer;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
