package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Lease;
import expunge.dataset.Dataset;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers of imports whose tables are meddled with. */
final class Imports {
  private static final int ATTEMPTS = 12;
  private static final int HOPELESS = WorkerRules.STANDARD.hopelessAfter();

  private Imports() {}

  static Worker worker(MemorySystem system, CustomerStore customers) {
    return system.importWorker(
        system.tasks,
        system.objects,
        system.importBells,
        new ImportPorts(system.profiles, customers, system.suppressions, () -> MemorySystem.KEY),
        WorkerRules.STANDARD);
  }

  /** Somebody does something between the plan and the first write. */
  static Worker beforeWriting(MemorySystem system, Runnable deed) {
    AtomicInteger writes = new AtomicInteger();
    return worker(
        system,
        Meddling.with(
            CustomerStore.class,
            system.customers,
            (method, real) -> {
              if (method.equals("write") && writes.getAndIncrement() == 0) {
                deed.run();
              }
              return real.make();
            }));
  }

  /** The table takes no call that sets an attribute to this text. */
  static Worker refusing(MemorySystem system, String text) {
    CustomerStore customers =
        new PassingCustomers(system.customers) {
          @Override
          public Written write(Dataset dataset, List<Customer> all, Instant now) {
            if (all.stream().anyMatch(one -> one.sets().containsValue(new Value.Text(text)))) {
              throw new ExpungeException.Permanent("refused", null);
            }
            return super.write(dataset, all, now);
          }
        };
    return worker(system, customers);
  }

  /** Whoever is written first is the only one, and no later call comes through. */
  static void writeOneAndThenNothing(MemorySystem system, ArrivedFile file) {
    CustomerStore customers =
        new PassingCustomers(system.customers) {
          private boolean done;

          @Override
          public Written write(Dataset dataset, List<Customer> all, Instant now) {
            if (!done) {
              done = true;
              super.write(dataset, all.subList(0, 1), now);
            }
            throw new ExpungeException.Permanent("refused", null);
          }
        };
    Worker worker = worker(system, customers);
    TaskId task = system.uploaded(file).id();
    for (int attempts = 0; attempts <= HOPELESS; attempts++) {
      worker.answer(Doorbell.of(task, 1), system.deadline());
      system.scheduler.advance(Duration.ofMinutes(6));
    }
    Instant now = system.scheduler.now();
    assertThat(system.tasks.lease(task, 1, new Lease("a worker that dies", now), now)).isPresent();
    system.importBells.takeDue(now.plus(Duration.ofDays(1)));
  }

  /** The dead letters of the only batch are answered until the task has ended. */
  static void settle(MemorySystem system, ArrivedFile file) {
    Task task = system.uploaded(file);
    for (int days = 0; days < ATTEMPTS && !system.uploaded(file).state().isTerminal(); days++) {
      system.scheduler.advance(Duration.ofMinutes(10));
      system.deadLetters().answer(Doorbell.of(task.id(), 1), system.deadline());
      system.importBells.takeDue(system.scheduler.now().plus(Duration.ofDays(1)));
      system.deadLetters().answer(Doorbell.of(task.id()), system.deadline());
    }
  }

  static void deleteSegment(MemorySystem system, String segment) {
    system
        .segmentDeletion()
        .delete(system.dataset, segment, Optional.empty(), "desk", Optional.empty());
  }
}
