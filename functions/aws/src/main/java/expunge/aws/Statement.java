package expunge.aws;

import expunge.item.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;

/**
 * One conditional write to another's table, in PartiQL, of which 25 share a request. Where its
 * condition does not hold, the answer is the item as it is.
 */
final class Statement {
  private final StringBuilder text;
  private final List<AttributeValue> parameters = new ArrayList<>();
  private String join = " WHERE ";

  private Statement(String text) {
    this.text = new StringBuilder(text);
  }

  static Statement delete(String table) {
    return new Statement("DELETE FROM " + quoted(table));
  }

  static Statement update(String table) {
    return new Statement("UPDATE " + quoted(table));
  }

  Statement remove(Collection<String> attributes) {
    attributes.forEach(name -> text.append(" REMOVE ").append(quoted(name)));
    return this;
  }

  Statement set(Map<String, Value> values) {
    values.forEach(
        (name, value) -> {
          text.append(" SET ").append(quoted(name)).append("=?");
          parameters.add(Attributes.write(value));
        });
    return this;
  }

  /** Where all these attributes have these values. */
  Statement where(Map<String, Value> values) {
    values.forEach(
        (name, value) -> {
          text.append(join).append(quoted(name)).append("=?");
          parameters.add(Attributes.write(value));
          join = " AND ";
        });
    return this;
  }

  /** And the attribute is not there, or has this value. */
  Statement andMissingOr(String name, Value value) {
    text.append(join).append('(').append(quoted(name)).append(" IS MISSING OR ");
    text.append(quoted(name)).append("=?)");
    parameters.add(Attributes.write(value));
    return this;
  }

  /** And the attribute is not there, or has another value. */
  Statement andNot(String name, Value value) {
    text.append(join).append('(').append(quoted(name)).append(" IS MISSING OR ");
    text.append(quoted(name)).append("<>?)");
    parameters.add(Attributes.write(value));
    return this;
  }

  BatchStatementRequest request() {
    return BatchStatementRequest.builder()
        .statement(text.toString())
        .parameters(parameters)
        .returnValuesOnConditionCheckFailure("ALL_OLD")
        .build();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
