package expunge.local.template;

import expunge.aws.TasksTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** What is kept is kept safe, outlives the stack, and the tasks table is the one the code knows. */
final class StorageRule implements Rule {
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String BUCKET = "AWS::S3::Bucket";

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    expanded
        .properties(TABLE)
        .forEach(
            (name, table) -> {
              need(
                  problems,
                  name,
                  table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"),
                  "true");
              needRetained(problems, expanded, name);
            });
    expanded
        .properties(BUCKET)
        .forEach(
            (name, bucket) -> {
              checkBucket(problems, name, bucket);
              needRetained(problems, expanded, name);
            });
    Part timeToLive = expanded.resource("TasksTable").at("Properties", "TimeToLiveSpecification");
    need(problems, "TasksTable", timeToLive.at("Enabled"), "true");
    if (!described(expanded.resource("TasksTable").at("Properties")).equals(defined())) {
      problems.add("the tasks table is not the one that the code defines");
    }
    return problems;
  }

  private static void checkBucket(List<String> problems, String name, Part bucket) {
    need(problems, name, bucket.at("VersioningConfiguration", "Status"), "Enabled");
    for (String block :
        List.of(
            "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
      need(problems, name, bucket.at("PublicAccessBlockConfiguration", block), "true");
    }
    if (bucket.at("BucketEncryption", "ServerSideEncryptionConfiguration").list().isEmpty()) {
      problems.add(name + " is not encrypted");
    }
    List<Part> rules = bucket.at("LifecycleConfiguration", "Rules").list();
    for (String expiry :
        List.of(
            "ExpirationInDays",
            "NoncurrentVersionExpiration",
            "ExpiredObjectDeleteMarker",
            "AbortIncompleteMultipartUpload")) {
      if (rules.stream().noneMatch(rule -> isOfAll(rule) && rule.at(expiry).isThere())) {
        problems.add(name + " keeps something for ever: no " + expiry);
      }
    }
    for (Part days :
        List.of(
            only(rules, "ExpirationInDays"),
            only(rules, "NoncurrentVersionExpiration").at("NoncurrentDays"))) {
      if (!days.at("Ref").text().equals("FileRetentionDays")) {
        problems.add(name + " keeps files for another time than it was told");
      }
    }
  }

  /** The member of the one rule that has it; absent where not exactly one has. */
  private static Part only(List<Part> rules, String member) {
    List<Part> having = rules.stream().map(rule -> rule.at(member)).filter(Part::isThere).toList();
    return having.size() == 1 ? having.getFirst() : new Part(null);
  }

  private static boolean isOfAll(Part rule) {
    return rule.at("Status").text().equals("Enabled")
        && !rule.at("Prefix").isThere()
        && !rule.at("TagFilters").isThere();
  }

  private static void needRetained(List<String> problems, Template expanded, String name) {
    need(problems, name, expanded.resource(name).at("DeletionPolicy"), "RetainExceptOnCreate");
    need(problems, name, expanded.resource(name).at("UpdateReplacePolicy"), "Retain");
  }

  private static void need(List<String> problems, String name, Part actual, String needed) {
    if (!actual.text().equals(needed)) {
      problems.add(name + " is not safe: " + actual.text() + " instead of " + needed);
    }
  }

  private static List<String> described(Part table) {
    Part index = table.at("GlobalSecondaryIndexes").list().getFirst();
    return Stream.of(
            Stream.of(table.at("BillingMode").text()),
            table.at("AttributeDefinitions").list().stream()
                .map(a -> a.at("AttributeName").text() + " " + a.at("AttributeType").text()),
            keys(table),
            Stream.of(
                index.at("IndexName").text(), index.at("Projection", "ProjectionType").text()),
            keys(index),
            index.at("Projection", "NonKeyAttributes").texts().stream(),
            Stream.of(table.at("TimeToLiveSpecification", "AttributeName").text()))
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<String> keys(Part table) {
    return table.at("KeySchema").list().stream()
        .map(key -> key.at("AttributeName").text() + " " + key.at("KeyType").text());
  }

  private static List<String> defined() {
    CreateTableRequest table = TasksTable.definition("any");
    GlobalSecondaryIndex index = table.globalSecondaryIndexes().getFirst();
    return Stream.of(
            Stream.of(table.billingModeAsString()),
            table.attributeDefinitions().stream().map(StorageRule::words),
            table.keySchema().stream().map(StorageRule::words),
            Stream.of(index.indexName(), index.projection().projectionTypeAsString()),
            index.keySchema().stream().map(StorageRule::words),
            index.projection().nonKeyAttributes().stream(),
            Stream.of(TasksTable.timeToLive("any").timeToLiveSpecification().attributeName()))
        .flatMap(all -> all)
        .toList();
  }

  private static String words(AttributeDefinition attribute) {
    return attribute.attributeName() + " " + attribute.attributeTypeAsString();
  }

  private static String words(KeySchemaElement key) {
    return key.attributeName() + " " + key.keyTypeAsString();
  }
}
