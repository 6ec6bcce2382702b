package expunge.run;

import org.jspecify.annotations.Nullable;

/**
 * What cannot go on. Its kind decides what a worker does: try again, or report a fault. A message
 * never holds an identifier of a person.
 */
public abstract sealed class ExpungeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ExpungeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The same call may go through later: throttling, a lost connection, a time-out. */
  public static final class Retryable extends ExpungeException {
    private static final long serialVersionUID = 1L;

    /** With what was tried, and why it failed. */
    public Retryable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The same call would fail again: a missing table, a refused permission, a broken record. */
  public static non-sealed class Permanent extends ExpungeException {
    private static final long serialVersionUID = 1L;

    /** With what was tried, and why it failed. */
    public Permanent(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
