package expunge.criterion;

import java.util.Arrays;
import java.util.Optional;

/** How a condition compares an attribute, in DynamoDB's terms. */
public enum Operator {
  /** Same type, same value. */
  EQUALS("equals", 1, 1),
  /** The contrary of {@link #EQUALS}: also where the attribute is missing or of another type. */
  NOT_EQUALS("notEquals", 1, 1),
  /** Numbers by value; texts by their bytes in UTF-8. */
  LESS_THAN("lessThan", 1, 1),
  /** As {@link #LESS_THAN}, or equal. */
  AT_MOST("atMost", 1, 1),
  /** As {@link #LESS_THAN}, the other way round. */
  GREATER_THAN("greaterThan", 1, 1),
  /** As {@link #GREATER_THAN}, or equal. */
  AT_LEAST("atLeast", 1, 1),
  /** From the first to the second, both included. */
  BETWEEN("between", 2, 2),
  /** Equal to one of them. */
  IN("in", 1, 100),
  /** A text that begins with this one. */
  BEGINS_WITH("beginsWith", 1, 1),
  /** A text in which this one stands, or a set or list in which this value is. */
  CONTAINS("contains", 1, 1),
  /** Whatever its value. */
  EXISTS("exists", 0, 0),
  /** The contrary of {@link #EXISTS}. */
  MISSING("missing", 0, 0);

  private final String word;
  private final int fewest;
  private final int most;

  Operator(String word, int fewest, int most) {
    this.word = word;
    this.fewest = fewest;
    this.most = most;
  }

  /** Its name in JSON. */
  public String word() {
    return word;
  }

  /** The most operands that it takes. */
  int most() {
    return most;
  }

  /** Whether it takes so many operands. */
  boolean takes(int operands) {
    return operands >= fewest && operands <= most;
  }

  static Optional<Operator> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
