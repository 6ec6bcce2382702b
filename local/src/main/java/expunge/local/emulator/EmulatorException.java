package expunge.local.emulator;

/** An emulator that did not start. */
public final class EmulatorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EmulatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
