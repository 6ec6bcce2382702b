package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.imports.Refusal;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.simulator.memory.MemoryTables;
import expunge.simulator.platform.World;
import expunge.suppression.EntryId;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Transactions that lack one of their conditions, and reads that were thought to be superfluous.
 */
final class CustomerBugs {
  private CustomerBugs() {}

  /** Asks for other customers than the worker does. */
  abstract static class Distorted extends PassingCustomers {
    Distorted(CustomerStore tables) {
      super(tables);
    }

    abstract Customer distorted(Dataset dataset, Customer customer);

    @Override
    public Written write(Dataset dataset, List<Customer> customers, Instant now) {
      return super.write(
          dataset, customers.stream().map(one -> distorted(dataset, one)).toList(), now);
    }
  }

  private static Customer with(Customer one, Map<String, Value> carries, Set<EntryId> entries) {
    return new Customer(
        one.key(), one.isNew(), carries, one.sets(), entries, one.segment(), one.activity());
  }

  /** Does not ask for the suppression list in the transaction. */
  static final class ForgetsTheList extends Distorted {
    ForgetsTheList(CustomerStore tables, World world) {
      super(tables);
    }

    @Override
    Customer distorted(Dataset dataset, Customer customer) {
      return with(customer, customer.carries(), Set.of());
    }
  }

  /** Asks for the row's identifiers there, and not for the key of a new profile. */
  static final class ForgetsTheKey extends Distorted {
    ForgetsTheKey(CustomerStore tables, World world) {
      super(tables);
    }

    @Override
    Customer distorted(Dataset dataset, Customer customer) {
      Set<EntryId> entries = new HashSet<>(customer.entries());
      String key = dataset.key().name();
      entries.remove(MemorySystem.KEY.entry(dataset, key, customer.key().value()));
      return with(customer, customer.carries(), entries);
    }
  }

  /** Does not ask whether the profile is still the one that was found. */
  static final class TrustsThePlan extends Distorted {
    TrustsThePlan(CustomerStore tables, World world) {
      super(tables);
    }

    @Override
    Customer distorted(Dataset dataset, Customer customer) {
      return with(customer, Map.of(), customer.entries());
    }
  }

  /** Makes keys that another import would not make of the same person. */
  static final class KeysOfItsOwn extends PassingCustomers {
    KeysOfItsOwn(CustomerStore tables, World world) {
      super(tables);
    }

    private static ProfileKey own(ProfileKey key, TaskId task) {
      String value = key.value();
      return new ProfileKey(value.startsWith("person") ? value : value + "-" + task);
    }

    @Override
    public Written write(Dataset dataset, List<Customer> customers, Instant now) {
      Map<ProfileKey, ProfileKey> real = new HashMap<>();
      UnaryOperator<Customer> renamed =
          one -> {
            ProfileKey key = one.isNew() ? own(one.key(), one.activity().task()) : one.key();
            real.put(key, one.key());
            return new Customer(
                key,
                one.isNew(),
                one.carries(),
                one.sets(),
                one.entries(),
                one.segment(),
                one.activity());
          };
      Written written = super.write(dataset, customers.stream().map(renamed).toList(), now);
      Map<ProfileKey, Refusal> refused = new HashMap<>();
      written.refused().forEach((key, why) -> refused.put(real.getOrDefault(key, key), why));
      return new Written(
          refused,
          written.unprocessed().stream().map(key -> real.getOrDefault(key, key)).toList(),
          written.missing());
    }

    @Override
    public Map<ProfileKey, Set<Integer>> linesWritten(
        Dataset dataset, TaskId task, List<ProfileKey> keys) {
      Map<ProfileKey, Set<Integer>> written =
          new HashMap<>(super.linesWritten(dataset, task, keys));
      for (ProfileKey key : keys) {
        super.linesWritten(dataset, task, List.of(own(key, task)))
            .forEach((_, lines) -> written.put(key, lines));
      }
      return written;
    }
  }

  /** Writes the profile again where the feed has the line already. */
  static final class IgnoresTheLines extends PassingCustomers {
    private final MemoryTables tables;

    IgnoresTheLines(CustomerStore customers, World world) {
      super(customers);
      this.tables = world.tables().all();
    }

    @Override
    public Written write(Dataset dataset, List<Customer> customers, Instant now) {
      for (Customer one : customers) {
        TaskId task = one.activity().task();
        boolean isIn =
            linesWritten(dataset, task, List.of(one.key()))
                .getOrDefault(one.key(), Set.of())
                .contains(one.activity().line());
        if (isIn) {
          tables
              .find(dataset.table(), ProfileKeys.write(dataset, one.key()))
              .ifPresent(
                  there -> {
                    Map<String, Value> again = new HashMap<>(there);
                    again.putAll(one.sets());
                    tables.put(dataset.table(), again);
                  });
        }
      }
      return super.write(dataset, customers, now);
    }
  }

  /** Who settles a batch takes it that nothing of it was written. */
  static final class NeverLooks extends PassingCustomers {
    private final World world;

    NeverLooks(CustomerStore tables, World world) {
      super(tables);
      this.world = world;
    }

    @Override
    public Map<ProfileKey, Set<Integer>> linesWritten(
        Dataset dataset, TaskId task, List<ProfileKey> keys) {
      boolean settles = world.calls().strand().invocation().label().equals("dead letters");
      return settles ? Map.of() : super.linesWritten(dataset, task, keys);
    }
  }

  /** Enters members without asking whether anybody may join. */
  static final class LetsAnybodyJoin extends PassingCustomers {
    private final MemoryTables tables;

    LetsAnybodyJoin(CustomerStore customers, World world) {
      super(customers);
      this.tables = world.tables().all();
    }

    @Override
    public Written write(Dataset dataset, List<Customer> customers, Instant now) {
      List<Customer> outside =
          customers.stream()
              .map(
                  one ->
                      new Customer(
                          one.key(),
                          one.isNew(),
                          one.carries(),
                          one.sets(),
                          one.entries(),
                          Optional.empty(),
                          one.activity()))
              .toList();
      Written written = super.write(dataset, outside, now);
      if (written.equals(Written.ALL)) {
        customers.forEach(one -> one.segment().ifPresent(segment -> join(dataset, segment, one)));
      }
      return written;
    }

    private void join(Dataset dataset, String segment, Customer one) {
      openSegment(dataset, segment);
      tables.put(Market.MEMBERSHIPS, Market.membership(segment, one.key()));
    }
  }

  /** Writes the profiles of a call that is refused, and not their feeds. */
  static final class WritesHalf extends PassingCustomers {
    private final MemoryTables tables;

    WritesHalf(CustomerStore customers, World world) {
      super(customers);
      this.tables = world.tables().all();
    }

    @Override
    public Written write(Dataset dataset, List<Customer> customers, Instant now) {
      Written written = super.write(dataset, customers, now);
      if (!written.refused().isEmpty()) {
        for (Customer one : customers) {
          if (!written.refused().containsKey(one.key())) {
            Map<String, Value> half = new HashMap<>(ProfileKeys.write(dataset, one.key()));
            half.putAll(one.sets());
            tables.put(dataset.table(), half);
          }
        }
      }
      return written;
    }
  }
}
