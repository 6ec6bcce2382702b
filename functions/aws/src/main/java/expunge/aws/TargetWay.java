package expunge.aws;

import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where to look for those who meet a criterion, without passing over anybody. */
sealed interface TargetWay {
  /** The criterion names their keys: nobody else can meet it. */
  record Keys(List<ProfileKey> keys) implements TargetWay {}

  /** The criterion asks for one value of an identifier that has an index. */
  record ByIndex(String index, String attribute, Value value) implements TargetWay {}

  /** All items are looked at. */
  record Everybody() implements TargetWay {}

  static TargetWay of(Dataset dataset, Criterion criterion) {
    List<Criterion.Condition> needed = needed(criterion).toList();
    return keys(dataset, needed)
        .<TargetWay>map(Keys::new)
        .or(() -> needed.stream().flatMap(one -> byIndex(dataset, one)).findFirst())
        .orElseGet(Everybody::new);
  }

  /** Conditions without which nobody meets it. */
  private static Stream<Criterion.Condition> needed(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Condition condition -> Stream.of(condition);
      case Criterion.All(List<Criterion> parts) -> parts.stream().flatMap(TargetWay::needed);
      case Criterion.Any _, Criterion.Not _ -> Stream.empty();
    };
  }

  private static Optional<List<ProfileKey>> keys(
      Dataset dataset, List<Criterion.Condition> needed) {
    KeyPart partition = dataset.profiles().partition();
    return needed.stream()
        .filter(one -> one.attribute().equals(partition.attribute()))
        .filter(one -> one.operator() == Operator.EQUALS || one.operator() == Operator.IN)
        .findFirst()
        .map(one -> keys(dataset, partition, one.operands()));
  }

  /** Each once: a value of another form is the key of nobody. */
  private static List<ProfileKey> keys(Dataset dataset, KeyPart partition, List<Value> values) {
    Map<Map<String, Value>, ProfileKey> keys = new LinkedHashMap<>();
    values.stream()
        .flatMap(value -> id(partition, value).stream())
        .filter(id -> isKey(id, dataset.key().mostBytes()))
        .map(ProfileKey::new)
        .forEach(key -> keys.put(ProfileKeys.write(dataset, key), key));
    return List.copyOf(keys.values());
  }

  private static Optional<String> id(KeyPart partition, Value value) {
    return switch (value) {
      case Value.Text(String text) when partition.type() == KeyType.TEXT ->
          partition.template().idIn(text);
      case Value.Numeric(String number) when partition.type() == KeyType.NUMBER ->
          Optional.of(number);
      default -> Optional.empty();
    };
  }

  private static Stream<TargetWay> byIndex(Dataset dataset, Criterion.Condition condition) {
    return dataset.identifiers().stream()
        .filter(_ -> condition.operator() == Operator.EQUALS)
        .filter(one -> one.attribute().equals(condition.attribute()))
        .filter(one -> isStored(one, condition.operands().getFirst()))
        .flatMap(one -> one.index().stream())
        .map(
            index ->
                new ByIndex(index.name(), condition.attribute(), condition.operands().getFirst()));
  }

  /** An index has nothing else, and is not to be asked for it. */
  private static boolean isStored(Identifier identifier, Value value) {
    return switch (value) {
      case Value.Text(String text) ->
          identifier.type() == KeyType.TEXT && isKey(text, Identifier.LONGEST_KEY);
      case Value.Numeric _ -> identifier.type() == KeyType.NUMBER;
      case Value.Flag _, Value.Several _, Value.Bytes _, Value.Other _ -> false;
    };
  }

  private static boolean isKey(String text, int mostBytes) {
    return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= mostBytes;
  }
}
