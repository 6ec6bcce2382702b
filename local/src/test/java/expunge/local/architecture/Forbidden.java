package expunge.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/**
 * What deployed code takes from its one port of time, concurrency and randomness, or not at all.
 */
final class Forbidden {
  private static final Set<String> THREADS_AND_PROCESSES =
      Set.of(
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.util.Timer",
          "java.util.TimerTask");
  private static final Set<String> SOURCES_OF_RANDOMNESS =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");
  private static final Set<String> REFLECTION =
      Set.of("forName", "getMethod", "getMethods", "getField", "getFields", "getConstructor");

  /**
   * Atomics and concurrent maps are free: they hold what the port's calls share, and start, block
   * and await nothing.
   */
  static final DescribedPredicate<JavaClass> CONCURRENCY =
      describe(
          "threads, processes, timers, executors, futures or locks",
          type ->
              THREADS_AND_PROCESSES.contains(type.getName())
                  || (type.getPackageName().startsWith("java.util.concurrent")
                      && !type.getPackageName().endsWith(".atomic")
                      && !type.getSimpleName().startsWith("Concurrent")));

  static final DescribedPredicate<JavaClass> RANDOMNESS =
      resideInAPackage("java.util.random..")
          .or(describe("", type -> SOURCES_OF_RANDOMNESS.contains(type.getName())))
          .as("sources of randomness");

  static final DescribedPredicate<JavaAccess<?>> HIDDEN_CONCURRENCY =
      describe(
          "a parallel stream or bulk operation, a process, or a monitor's waiting",
          call ->
              call.getName().equals("parallelStream")
                  || (call.getName().equals("parallel")
                      && call.getTargetOwner().isAssignableTo(BaseStream.class))
                  || isParallelBulk(call)
                  || isOneOf(call, Runtime.class, Set.of("exec"))
                  || isOneOf(call, Object.class, Set.of("wait", "notify", "notifyAll")));

  static final DescribedPredicate<JavaAccess<?>> SYSTEM_CLOCK =
      describe(
          "the system's clock",
          call ->
              (call.getTargetOwner().getPackageName().startsWith("java.time")
                      && call.getName().equals("now"))
                  || (isOn(call, Clock.class)
                      && (call.getName().startsWith("system") || call.getName().startsWith("tick")))
                  || isOneOf(call, System.class, Set.of("currentTimeMillis", "nanoTime"))
                  || isOneOf(call, Calendar.class, Set.of("getInstance"))
                  || (isOn(call, Date.class) && isConstructor(call) && parameters(call).isEmpty())
                  || (isOn(call, GregorianCalendar.class) && isConstructor(call)));

  static final DescribedPredicate<JavaAccess<?>> HIDDEN_RANDOMNESS =
      describe(
          "hidden randomness",
          call ->
              isOneOf(call, UUID.class, Set.of("randomUUID"))
                  || isOneOf(call, Math.class, Set.of("random"))
                  || isOneOf(call, Collections.class, Set.of("shuffle")));

  /** The class that wires a function by hand. */
  static final DescribedPredicate<JavaClass> WIRING =
      describe("wiring", type -> type.getSimpleName().endsWith("Function"));

  static final DescribedPredicate<JavaAccess<?>> ENVIRONMENT =
      describe("the environment", call -> isOneOf(call, System.class, Set.of("getenv")));

  static final DescribedPredicate<JavaAccess<?>> MEMBERS_BY_NAME =
      describe(
          "a class's members or a class by its name",
          call ->
              isOneOf(call, Class.class, REFLECTION)
                  || (isOn(call, Class.class) && call.getName().startsWith("getDeclared")));

  private Forbidden() {}

  /** The bulk operations of a concurrent map begin with the size from which they are parallel. */
  private static boolean isParallelBulk(JavaAccess<?> call) {
    List<JavaClass> types = parameters(call);
    return isOn(call, ConcurrentHashMap.class)
        && Stream.of("reduce", "search", "forEach").anyMatch(call.getName()::startsWith)
        && !types.isEmpty()
        && types.getFirst().isEquivalentTo(long.class);
  }

  private static boolean isConstructor(JavaAccess<?> call) {
    return call.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
  }

  private static List<JavaClass> parameters(JavaAccess<?> call) {
    return call.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes()
        : List.of();
  }

  private static boolean isOneOf(JavaAccess<?> call, Class<?> owner, Set<String> names) {
    return isOn(call, owner) && names.contains(call.getName());
  }

  private static boolean isOn(JavaAccess<?> call, Class<?> owner) {
    return call.getTargetOwner().isEquivalentTo(owner);
  }
}
