package expunge.simulator.people;

import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Members of all sorts, and criteria that some of them meet. */
public final class RandomCriteria {
  private static final List<String> PLAIN = List.of("a", "b.c", Members.PHONE);
  private static final List<String> TEXTS =
      List.of("", "a", "ab", "b", "B", "ä", "\uFFFF", "\uD83D\uDE00", "2024-05-01", "7");
  private static final List<String> NUMBERS =
      List.of("0", "-1", "7", "7.5", "10", "9", "1e20", "-0.0001", "12345678901234567890.5");
  private static final List<Operator> OPERATORS = List.of(Operator.values());
  private static final int DEEP = 3;

  private final Random random;
  private final Dataset dataset;

  /** Of this dataset, as {@link Members} declares it. */
  public RandomCriteria(Dataset dataset, long seed) {
    this.dataset = dataset;
    this.random = new Random(seed);
  }

  /** Attributes that a member may have beside its key. */
  public Map<String, Value> attributes() {
    Map<String, Value> attributes = new HashMap<>();
    PLAIN.stream().filter(_ -> random.nextInt(4) > 0).forEach(name -> attributes.put(name, any()));
    if (random.nextBoolean()) {
      attributes.put(Members.EMAIL.attribute(), email());
    }
    if (random.nextBoolean()) {
      attributes.put(Members.NUMBER.attribute(), number());
    }
    return attributes;
  }

  /** A criterion. */
  public Criterion criterion() {
    return criterion(1);
  }

  private Criterion criterion(int depth) {
    return switch (depth > DEEP ? 0 : random.nextInt(6)) {
      case 1 -> new Criterion.All(some(depth));
      case 2 -> new Criterion.Any(some(depth));
      case 3 -> new Criterion.Not(criterion(depth + 1));
      default -> condition();
    };
  }

  private List<Criterion> some(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> criterion(depth + 1)).toList();
  }

  private Criterion condition() {
    List<String> names = new ArrayList<>(PLAIN);
    names.addAll(dataset.profiles().keyAttributes());
    names.addAll(List.of(Members.EMAIL.attribute(), Members.NUMBER.attribute()));
    String attribute = names.get(random.nextInt(names.size()));
    Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    return new Criterion.Condition(attribute, operator, operands(attribute, operator));
  }

  private List<Value> operands(String attribute, Operator operator) {
    return switch (operator) {
      case EXISTS, MISSING -> List.of();
      case EQUALS, NOT_EQUALS -> List.of(random.nextInt(4) == 0 ? flag() : of(attribute));
      case BEGINS_WITH -> List.of(new Value.Text(TEXTS.get(1 + random.nextInt(4))));
      case BETWEEN -> List.of(new Value.Numeric("0"), new Value.Numeric("9.5"));
      case IN -> random.nextBoolean() ? List.of(number(), number()) : List.of(text(), email());
      case CONTAINS ->
          List.of(
              random.nextBoolean() ? number() : new Value.Text(TEXTS.get(random.nextInt(3) + 1)));
      default -> List.of(of(attribute));
    };
  }

  /** Likely one that the attribute has, so that indexes and keys are asked for it. */
  private Value of(String attribute) {
    if (attribute.equals(Members.EMAIL.attribute())) {
      return random.nextInt(3) > 0 ? email() : text();
    }
    if (attribute.equals(dataset.profiles().partition().attribute())) {
      String text = dataset.profiles().partition().template().with("" + random.nextInt(9));
      return random.nextBoolean()
          ? new Value.Text(text)
          : new Value.Numeric("" + random.nextInt(9));
    }
    return random.nextBoolean() ? number() : text();
  }

  private Value any() {
    return switch (random.nextInt(6)) {
      case 0 -> flag();
      case 1 -> new Value.Other();
      case 2 -> new Value.Several(List.of(new Value.Text("a"), new Value.Text("7")));
      case 3 -> new Value.Several(List.of(new Value.Numeric("7"), new Value.Text("ab"), flag()));
      case 4 -> number();
      default -> text();
    };
  }

  private Value flag() {
    return new Value.Flag(random.nextBoolean());
  }

  private Value email() {
    return new Value.Text("e" + random.nextInt(4));
  }

  private Value text() {
    return new Value.Text(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  private Value number() {
    return new Value.Numeric(NUMBERS.get(random.nextInt(NUMBERS.size())));
  }
}
