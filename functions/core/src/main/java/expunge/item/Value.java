package expunge.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The value of one attribute. It may belong to a person, so none shows itself. Two values are equal
 * where DynamoDB says that they are.
 */
public sealed interface Value {
  /** The value as people write it; empty where it is none that they do. */
  default Optional<String> asText() {
    return switch (this) {
      case Text(String text) -> Optional.of(text);
      case Numeric(String number) -> Optional.of(number);
      case Flag(boolean isTrue) -> Optional.of(Boolean.toString(isTrue));
      case Several _, Bytes _, Other _ -> Optional.empty();
    };
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return "Text[…]";
    }
  }

  /**
   * A number.
   *
   * @param text its canonical form
   */
  record Numeric(String text) implements Value {
    /**
     * Brings it to canonical form: DynamoDB compares numbers by value.
     *
     * @throws NumberFormatException if it is none
     */
    public Numeric {
      text = new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
      return "Numeric[…]";
    }
  }

  /** Yes or no. */
  record Flag(boolean isTrue) implements Value {
    @Override
    public String toString() {
      return "Flag[…]";
    }
  }

  /**
   * A set or a list, in any order. Most readers take these for {@link Other}, since nothing but
   * whether something is in it is ever asked.
   *
   * @param members each once where it is a set
   */
  record Several(List<Value> members) implements Value {
    /** Copies the list. */
    public Several {
      members = List.copyOf(members);
    }

    @Override
    public String toString() {
      return "Several[…]";
    }
  }

  /**
   * Bytes, which only a {@link Cursor} needs, where an index is sorted by them. Whoever reads
   * anything else takes these for {@link Other}.
   *
   * @param base64 all of them
   */
  record Bytes(String base64) implements Value {
    @Override
    public String toString() {
      return "Bytes[…]";
    }
  }

  /** Anything else; nothing is known but that it is there. Equal to every other such value. */
  record Other() implements Value {}
}
