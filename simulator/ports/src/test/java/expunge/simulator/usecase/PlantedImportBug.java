package expunge.simulator.usecase;

import expunge.dataset.Dataset;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.segment.SegmentItem;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.suppression.EntryId;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an import must not do, done all the same. */
enum PlantedImportBug {
  /** A row is written again over what people have changed since. */
  NOBODY_REMEMBERS_THE_LINES {
    @Override
    CustomerStore plant(MemorySystem system, CustomerStore customers) {
      return new PassingCustomers(customers) {
        @Override
        public Map<ProfileKey, Set<Integer>> linesWritten(
            Dataset dataset, TaskId task, List<ProfileKey> keys) {
          return Map.of();
        }

        @Override
        public Written write(Dataset dataset, List<Customer> all, Instant now) {
          Written written = super.write(dataset, all, now);
          if (written.equals(Written.ALL)) {
            all.forEach(one -> overwrite(system, one));
          }
          return written;
        }
      };
    }
  },
  /** The list is asked when a row is looked up, and not when it is written. */
  THE_TRANSACTION_ASKS_NO_LIST {
    @Override
    CustomerStore plant(MemorySystem system, CustomerStore customers) {
      return new PassingCustomers(customers) {
        @Override
        public Written write(Dataset dataset, List<Customer> all, Instant now) {
          return super.write(dataset, all.stream().map(one -> with(one, Set.of())).toList(), now);
        }
      };
    }
  },
  /** Somebody joins a segment that is disabled. */
  THE_TRANSACTION_ASKS_NO_SEGMENT {
    @Override
    CustomerStore plant(MemorySystem system, CustomerStore customers) {
      return new PassingCustomers(customers) {
        @Override
        public Written write(Dataset dataset, List<Customer> all, Instant now) {
          Optional<Map<String, Value>> segment = segment(system);
          segment.ifPresent(item -> put(system, item, false));
          Written written = super.write(dataset, all, now);
          segment.ifPresent(item -> system.tables.put("market-segments", item));
          return written;
        }
      };
    }
  };

  abstract CustomerStore plant(MemorySystem system, CustomerStore customers);

  private static void overwrite(MemorySystem system, Customer customer) {
    Map<String, Value> key = Map.of("id", new Value.Text(customer.key().value()));
    Optional<Map<String, Value>> there = system.tables.find(Market.PROFILES, key);
    Map<String, Value> profile = new HashMap<>(there.orElse(key));
    profile.putAll(customer.sets());
    there.ifPresent(_ -> system.tables.put(Market.PROFILES, profile));
  }

  private static Customer with(Customer one, Set<EntryId> entries) {
    return new Customer(
        one.key(), one.isNew(), one.carries(), one.sets(), entries, one.segment(), one.activity());
  }

  private static Optional<Map<String, Value>> segment(MemorySystem system) {
    return system.tables.find("market-segments", SegmentItem.key(ImportSchedule.SEGMENT));
  }

  private static void put(MemorySystem system, Map<String, Value> item, boolean disabled) {
    Map<String, Value> changed = new HashMap<>(item);
    changed.put(SegmentItem.DISABLED, new Value.Flag(disabled));
    system.tables.put("market-segments", changed);
  }
}
