package expunge.simulator.usecase;

import expunge.deletion.People;
import expunge.intake.ArrivedFile;
import expunge.profile.ProfileStore;
import expunge.simulator.MemorySystem;
import expunge.task.Task;
import expunge.work.WorkerRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Puts something between a use case and one of its ports. */
final class Meddling {
  private Meddling() {}

  /** What is done instead of each call. */
  @FunctionalInterface
  interface Meddler {
    /**
     * Answers a call.
     *
     * @param method its name
     * @param real makes the call
     */
    Object answer(String method, RealCall real) throws Throwable;
  }

  /** The call as it would be without meddling. */
  @FunctionalInterface
  interface RealCall {
    Object make() throws Throwable;
  }

  static <T> T with(Class<T> type, T port, Meddler meddler) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                meddler.answer(
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(port, arguments);
                      } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                      }
                    }));
    return type.cast(proxy);
  }

  /** Drops a file, and lets a worker answer all bells whose calls to profiles are meddled with. */
  static Task run(MemorySystem system, String text, Meddler onProfiles) {
    ProfileStore profiles = with(ProfileStore.class, system.profiles, onProfiles);
    return run(system, text, new People(profiles, system.linked, () -> MemorySystem.KEY));
  }

  /** Drops a file, and lets a worker with these tables answer all bells. */
  static Task run(MemorySystem system, String text, People people) {
    ArrivedFile file = system.put("a.csv", text, Map.of());
    system.intake().fileArrived(file);
    system.answerAll(
        system.worker(
            system.tasks, system.objects, system.doorbells, people, WorkerRules.STANDARD));
    return system.task(file);
  }
}
