package expunge.criterion;

import expunge.item.Value;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;

/** Writes a criterion as {@link CriterionReader} reads it. */
final class CriterionJson {
  private final JsonWriter writer;

  private CriterionJson(JsonWriter writer) {
    this.writer = writer;
  }

  static String write(Criterion criterion) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = Jsonb.instance().writer(text)) {
      new CriterionJson(writer).add(criterion);
    }
    return text.toString();
  }

  private void add(Criterion criterion) {
    writer.beginObject();
    switch (criterion) {
      case Criterion.All(List<Criterion> parts) -> add("all", parts);
      case Criterion.Any(List<Criterion> parts) -> add("any", parts);
      case Criterion.Not(Criterion of) -> {
        writer.name("not");
        add(of);
      }
      case Criterion.Condition condition -> add(condition);
    }
    writer.endObject();
  }

  private void add(String kind, List<Criterion> parts) {
    writer.name(kind);
    writer.beginArray();
    parts.forEach(this::add);
    writer.endArray();
  }

  private void add(Criterion.Condition condition) {
    writer.name("attribute");
    writer.value(condition.attribute());
    writer.name(condition.operator().word());
    switch (condition.operator()) {
      case EXISTS, MISSING -> writer.value(true);
      case IN, BETWEEN -> {
        writer.beginArray();
        condition.operands().forEach(this::add);
        writer.endArray();
      }
      default -> add(condition.operands().getFirst());
    }
  }

  private void add(Value value) {
    switch (value) {
      case Value.Text(String text) -> writer.value(text);
      case Value.Numeric(String number) -> writer.value(new BigDecimal(number));
      case Value.Flag(boolean isTrue) -> writer.value(isTrue);
      case Value.Several _, Value.Bytes _, Value.Other _ ->
          throw new IllegalArgumentException("no operand is of this type");
    }
  }
}
