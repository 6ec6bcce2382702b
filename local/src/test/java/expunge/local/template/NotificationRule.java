package expunge.local.template;

import java.util.List;
import java.util.stream.Stream;

/** Intake is told of every way to make a file, and of nothing else. */
final class NotificationRule implements Rule {
  private static final List<String> EXPECTED =
      List.of("s3:ObjectCreated:* [prefix=drop/]", "s3:ObjectCreated:* [prefix=uploads/]");

  @Override
  public List<String> problems(Template expanded) {
    List<String> told =
        expanded.properties("AWS::S3::Bucket").values().stream()
            .map(bucket -> bucket.at("NotificationConfiguration"))
            .flatMap(NotificationRule::words)
            .sorted()
            .toList();
    return told.equals(EXPECTED) ? List.of() : List.of("the bucket tells of " + told);
  }

  private static Stream<String> words(Part configuration) {
    return configuration.at("LambdaConfigurations").list().stream()
        .map(one -> one.at("Event").text() + " " + filters(one));
  }

  private static List<String> filters(Part notification) {
    return notification.at("Filter", "S3Key", "Rules").list().stream()
        .map(rule -> rule.at("Name").text() + "=" + rule.at("Value").text())
        .toList();
  }
}
