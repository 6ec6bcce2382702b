package expunge.log;

/** Where entries go. Writing one never fails the work that it tells of. */
@FunctionalInterface
public interface Log {
  /** Nowhere. */
  Log NONE = entry -> {};

  /** Writes one entry. */
  void write(LogEntry entry);
}
