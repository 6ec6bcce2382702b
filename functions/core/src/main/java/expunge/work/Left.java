package expunge.work;

import expunge.run.ExpungeException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was not acknowledged.
 *
 * @param open sent, and not processed as far as we know
 * @param refused sent in a call that the table refused
 * @param unsent never sent, since time ran out
 * @param refusal of one of the calls; empty where there was none
 */
public record Left<T>(
    List<T> open, List<T> refused, List<T> unsent, Optional<ExpungeException.Permanent> refusal) {
  /** Everything was acknowledged. */
  public static <T> Left<T> nothing() {
    return new Left<>(List.of(), List.of(), List.of(), Optional.empty());
  }

  /** All of these were sent. */
  public static <T> Left<T> open(List<T> items) {
    return new Left<>(items, List.of(), List.of(), Optional.empty());
  }

  /** None of these was sent. */
  public static <T> Left<T> unsent(List<T> items) {
    return new Left<>(List.of(), List.of(), items, Optional.empty());
  }

  /** The table refused the call with these. */
  public static <T> Left<T> refused(List<T> items, ExpungeException.Permanent refusal) {
    return new Left<>(List.of(), items, List.of(), Optional.of(refusal));
  }

  /** All of them. */
  public List<T> all() {
    return Stream.of(open, refused, unsent).flatMap(List::stream).toList();
  }

  /** Whether everything was acknowledged. */
  public boolean isEmpty() {
    return open.isEmpty() && refused.isEmpty() && unsent.isEmpty();
  }

  /** Both. */
  public Left<T> and(Left<T> more) {
    return new Left<>(
        both(open, more.open),
        both(refused, more.refused),
        both(unsent, more.unsent),
        refusal.or(more::refusal));
  }

  /** The same of what each belongs to. */
  public <R> Left<R> map(Function<T, R> owner) {
    return new Left<>(
        open.stream().map(owner).toList(),
        refused.stream().map(owner).toList(),
        unsent.stream().map(owner).toList(),
        refusal);
  }

  /** Each once: as refused rather than open, as open rather than unsent. */
  public Left<T> distinct() {
    Set<T> seen = new HashSet<>();
    List<T> onceRefused = refused.stream().filter(seen::add).toList();
    List<T> onceOpen = open.stream().filter(seen::add).toList();
    List<T> onceUnsent = unsent.stream().filter(seen::add).toList();
    return new Left<>(onceOpen, onceRefused, onceUnsent, refusal);
  }

  private static <T> List<T> both(Collection<T> some, Collection<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
