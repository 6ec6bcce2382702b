package expunge.local.template;

import expunge.aws.AccessTable;
import expunge.aws.TasksTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** What is kept is kept safe, outlives the stack, and our tables are those that the code knows. */
final class StorageRule implements Rule {
  private static final String ANY = "any";
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
    checkTable(
        problems, expanded, "TasksTable", TasksTable.definition(ANY), TasksTable.timeToLive(ANY));
    checkTable(
        problems,
        expanded,
        "AccessTable",
        AccessTable.definition(ANY),
        AccessTable.timeToLive(ANY));
    return problems;
  }

  private static void checkTable(
      List<String> problems,
      Template expanded,
      String name,
      CreateTableRequest definition,
      UpdateTimeToLiveRequest timeToLive) {
    Part table = expanded.resource(name).at("Properties");
    need(problems, name, table.at("TimeToLiveSpecification", "Enabled"), "true");
    if (!described(table).equals(defined(definition, timeToLive))) {
      problems.add(name + " is not the one that the code defines");
    }
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
    return Stream.of(
            Stream.of(table.at("BillingMode").text()),
            table.at("AttributeDefinitions").list().stream()
                .map(a -> a.at("AttributeName").text() + " " + a.at("AttributeType").text()),
            keys(table),
            table.at("GlobalSecondaryIndexes").list().stream().flatMap(StorageRule::ofIndex),
            Stream.of(table.at("TimeToLiveSpecification", "AttributeName").text()))
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<String> ofIndex(Part index) {
    return Stream.of(
            Stream.of(
                index.at("IndexName").text(), index.at("Projection", "ProjectionType").text()),
            keys(index),
            index.at("Projection", "NonKeyAttributes").texts().stream())
        .flatMap(all -> all);
  }

  private static Stream<String> keys(Part table) {
    return table.at("KeySchema").list().stream()
        .map(key -> key.at("AttributeName").text() + " " + key.at("KeyType").text());
  }

  private static List<String> defined(
      CreateTableRequest table, UpdateTimeToLiveRequest timeToLive) {
    return Stream.of(
            Stream.of(table.billingModeAsString()),
            table.attributeDefinitions().stream().map(StorageRule::words),
            table.keySchema().stream().map(StorageRule::words),
            table.globalSecondaryIndexes().stream().flatMap(StorageRule::ofIndex),
            Stream.of(timeToLive.timeToLiveSpecification().attributeName()))
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<String> ofIndex(GlobalSecondaryIndex index) {
    return Stream.of(
            Stream.of(index.indexName(), index.projection().projectionTypeAsString()),
            index.keySchema().stream().map(StorageRule::words),
            index.projection().nonKeyAttributes().stream())
        .flatMap(all -> all);
  }

  private static String words(AttributeDefinition attribute) {
    return attribute.attributeName() + " " + attribute.attributeTypeAsString();
  }

  private static String words(KeySchemaElement key) {
    return key.attributeName() + " " + key.keyTypeAsString();
  }
}
