package expunge.log;

import expunge.run.ExpungeException;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exception, without the messages of other people's code: those may hold a value.
 *
 * @param types the class of the exception and of its causes, each with the message if it is our own
 * @param at where in our own code it was thrown, innermost first
 */
@Json
public record Failure(List<String> types, List<String> at) {
  private static final int FRAMES = 8;

  /** Copies both. */
  public Failure {
    types = List.copyOf(types);
    at = List.copyOf(at);
  }

  /** Of an exception and its causes. */
  public static Failure of(Throwable thrown) {
    List<String> types = new ArrayList<>();
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      types.add(describe(cause));
    }
    return new Failure(types, ownFrames(thrown));
  }

  private static String describe(Throwable cause) {
    String type = cause.getClass().getName();
    return cause instanceof ExpungeException ? type + ": " + cause.getMessage() : type;
  }

  private static List<String> ownFrames(Throwable thrown) {
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("expunge."))
        .limit(FRAMES)
        .map(StackTraceElement::toString)
        .toList();
  }
}
