package expunge.local.template;

import java.util.List;

/**
 * A mistake in the template.
 *
 * @param from a text that stands in the template
 * @param to what stands there instead
 * @param expected a part of the problem that has to be found
 */
record Mutation(String name, String from, String to, String expected) {
  static final List<Mutation> ALL =
      List.of(
          of(
              "visibility 60 s",
              "VisibilityTimeout: 720",
              "VisibilityTimeout: 60",
              "hides a message for less than 720 s"),
          of(
              "dead letters handed out again while they are answered",
              "VisibilityTimeout: 5400",
              "VisibilityTimeout: 60",
              "hides a message for less than 5400 s"),
          of(
              "dead letters that nobody answers",
              "Queue: !GetAtt DeletionDeadLetters.Arn",
              "Queue: !GetAtt DeletionQueue.Arn",
              "not every queue feeds one function"),
          of(
              "housekeeping once a day",
              "Schedule: rate(5 minutes)",
              "Schedule: rate(1 day)",
              "HousekeepingFunction does not run every five minutes"),
          of(
              "housekeeping switched off",
              "Description: A round of housekeeping\n            Enabled: true",
              "Description: A round of housekeeping\n            Enabled: false",
              "HousekeepingFunction does not run every five minutes"),
          of(
              "a round with messages",
              "Input: \"{}\"",
              "Input: \"[]\"",
              "HousekeepingFunction does not run every five minutes"),
          of(
              "partial failures off",
              "FunctionResponseTypes: [ReportBatchItemFailures]",
              "Enabled: true",
              "does not report partial failures"),
          of(
              "given up after one receive",
              "maxReceiveCount: 5",
              "maxReceiveCount: 1",
              "gives a message up too early"),
          of(
              "recursion not allowed",
              "RecursiveLoop: Allow",
              "RecursiveLoop: Terminate",
              "rung its own queue 16 times"),
          of(
              "concurrency not shared",
              "MaximumConcurrency: !Ref WorkerConcurrency",
              "MaximumConcurrency: 50",
              "how many of it share"),
          of("* as an action", "Action: sqs:SendMessage", "Action: sqs:*", "allows sqs:*"),
          of(
              "* in an action",
              "dynamodb:BatchGetItem",
              "dynamodb:Batch*",
              "allows dynamodb:Batch*"),
          of(
              "* as a resource",
              "Resource: !GetAtt DeletionQueue.Arn",
              "Resource: \"*\"",
              "is not limited: *"),
          of("all buckets", "s3:::${BucketName}/work/*", "s3:::*", "is not limited"),
          of(
              "the whole bucket",
              "s3:::${BucketName}/work/*",
              "s3:::${BucketName}/*",
              "is not limited"),
          of(
              "a managed policy",
              "      Description: What http-api may do",
              "      ManagedPolicyArns: [!Sub"
                  + " \"arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess\"]",
              "not written here"),
          of(
              "a shared role",
              "Role: !GetAtt HttpApiRole.Arn",
              "Role: !GetAtt DeletionWorkerRole.Arn",
              "share a role"),
          of(
              "a route missing",
              "Path: \"/tasks/{taskId}/report\"",
              "Path: \"/tasks/{taskId}/part\"",
              "the template lacks GET /tasks/{taskId}/report"),
          of("a route too many", "Path: /health", "Path: /status", "the code lacks GET /status"),
          of("java21", "Runtime: java25", "Runtime: java21", "instead of java25"),
          of("another processor", "[arm64]", "[x86_64]", "instead of arm64"),
          of(
              "no snapshot",
              "ApplyOn: PublishedVersions",
              "ApplyOn: None",
              "instead of PublishedVersions"),
          of(
              "another class",
              "expunge.fileintake.FileIntakeFunction::",
              "expunge.fileintake.FileIntake::",
              "FileIntakeFunction has"),
          of("no alias", "    AutoPublishAlias: live\n    # A", "    # A", "alias"),
          of(
              "a setting without its resource",
              "EXPUNGE_TASKS_TABLE: !Ref TasksTable",
              "EXPUNGE_TASKS_TABLE: tasks",
              "names no AWS::DynamoDB::Table"),
          of(
              "a setting of another kind",
              "EXPUNGE_DELETION_QUEUE_URL: !Ref DeletionQueue",
              "EXPUNGE_DELETION_QUEUE_URL: !Ref TasksTable",
              "names no AWS::SQS::Queue"),
          of(
              "another bucket",
              "EXPUNGE_BUCKET: !Ref BucketName",
              "EXPUNGE_BUCKET: !Ref DeletionQueue",
              "names another bucket"),
          of(
              "a parameter that publishes nothing",
              " ${ApiKeys}\"",
              "\"",
              "does not get a changed ApiKeys"),
          of(
              "no way back in time",
              "PointInTimeRecoveryEnabled: true",
              "PointInTimeRecoveryEnabled: false",
              "is not safe"),
          of(
              "a table that goes with the stack",
              "DeletionPolicy: RetainExceptOnCreate",
              "DeletionPolicy: Delete",
              "is not safe"),
          of(
              "files for ever",
              "ExpirationInDays: !Ref FileRetentionDays",
              "Prefix: drop/\n            ExpirationInDays: !Ref FileRetentionDays",
              "no ExpirationInDays"),
          of(
              "old versions for ever",
              "NoncurrentVersionExpiration:",
              "NoncurrentVersionTransition:",
              "no NoncurrentVersionExpiration"),
          of(
              "an index without what a list shows",
              "description, fileName, ",
              "fileName, ",
              "not the one that the code defines"),
          of(
              "records for ever",
              "AttributeName: expiresAt",
              "AttributeName: expires",
              "not the one that the code defines"),
          of(
              "logs for ever",
              "RetentionInDays: !Ref LogRetentionDays",
              "KmsKeyId: !Ref BucketName",
              "is kept for ever"),
          of("logs as text", "LogFormat: JSON", "LogFormat: Text", "does not log as JSON"),
          of(
              "an access log with paths",
              "$context.routeKey",
              "$context.routeKey $context.path",
              "logs path"),
          of(
              "a setting removed",
              "        EXPUNGE_BUCKET: !Ref BucketName\n",
              "",
              "EXPUNGE_BUCKET: missing"),
          of(
              "no API keys",
              "          EXPUNGE_API_KEYS: !Ref ApiKeys\n",
              "          EXPUNGE_KEYS: !Ref ApiKeys\n",
              "EXPUNGE_API_KEYS: missing"),
          of(
              "a misspelt declaration",
              "{\"datasets\": {\"customers\"",
              "{\"dataset\": {\"customers\"",
              "does not start"),
          of(
              "another key than the table's",
              "\"key\": \"MaestraId\"",
              "\"key\": \"maestraId\"",
              "does not know the table for trying out"),
          of(
              "the declaration of the other kind of stack",
              "MakesProfileTable: !Equals [!Join [\"\", !Ref ProfileTableArns], \"\"]",
              "MakesProfileTable: !Not [!Equals [!Join [\"\", !Ref ProfileTableArns], \"\"]]",
              "does not read the operator's declaration"),
          of(
              "endpoints of a developer's machine",
              "IsLocal: !Equals [!Ref LocalEndpoints, \"true\"]",
              "IsLocal: !Equals [!Ref LocalEndpoints, \"false\"]",
              "has other endpoints"),
          of(
              "bells that nobody hears",
              "EXPUNGE_DELETION_QUEUE_URL: !Ref DeletionQueue",
              "EXPUNGE_DELETION_QUEUE_URL: !Ref DeletionDeadLetters",
              "rings another queue"),
          of("another folder", "Value: drop/", "Value: drops/", "the bucket tells of"),
          of(
              "only small files",
              "Events: s3:ObjectCreated:*",
              "Events: s3:ObjectCreated:Put",
              "the bucket tells of"),
          of("a worker cut off", "Timeout: 120", "Timeout: 5", "DeletionWorkerFunction has [5]"),
          of("an intake cut off", "Timeout: 900", "Timeout: 60", "FileIntakeFunction has [60]"),
          of(
              "properties that publish nothing",
              "AutoPublishAliasAllProperties: true",
              "AutoPublishAliasAllProperties: false",
              "a changed property publishes no version"),
          of(
              "keys too long for a description",
              "MaxLength: 155",
              "MaxLength: 156",
              "a description of 257"),
          of(
              "a bucket that publishes nothing",
              " ${BucketName} ${TaskRetentionDays}",
              " ${TaskRetentionDays}",
              "does not get a changed BucketName"),
          of(
              "keys in the table that workers write",
              "EXPUNGE_ACCESS_TABLE: !Ref AccessTable",
              "EXPUNGE_ACCESS_TABLE: access",
              "names no AWS::DynamoDB::Table"),
          of(
              "an access table of another form",
              "{AttributeName: id, KeyType: HASH}\n"
                  + "        - {AttributeName: record, KeyType: RANGE}",
              "{AttributeName: record, KeyType: HASH}\n"
                  + "        - {AttributeName: id, KeyType: RANGE}",
              "AccessTable is not the one that the code defines"),
          of(
              "records that never expire",
              "AttributeName: expiresAt\n        Enabled: true",
              "AttributeName: expiresAt\n        Enabled: false",
              "TasksTable is not safe"),
          of(
              "old versions for a century",
              "NoncurrentDays: !Ref FileRetentionDays",
              "NoncurrentDays: 36500",
              "for another time than it was told"),
          of(
              "a role for everybody",
              "Principal: {Service: lambda.amazonaws.com}",
              "Principal: \"*\"",
              "may be assumed by others"),
          of(
              "a bucket for everybody",
              "Effect: Deny",
              "Effect: Allow",
              "BucketPolicy lets somebody in"),
          of(
              "a policy beside the roles",
              "  HttpApiLogs:",
              """
                Beside:
                  Type: AWS::IAM::RolePolicy
                  Properties: {RoleName: !Ref HttpApiRole, PolicyName: more}
                HttpApiLogs:\
              """,
              "grants something beside the roles"),
          of(
              "segments of a stack that takes no imports",
              "ImportsIntoSegments: !And [!Condition HasImports, ",
              "ImportsIntoSegments: !And [!Condition HasSegments, ",
              "where nobody imports, import-worker may dynamodb:PutItem on arn:segments"),
          of(
              "indexes of a stack that takes no imports",
              "ImportsByIndexes: !And [!Condition HasImports, ",
              "ImportsByIndexes: !And [!Condition HasIndexes, ",
              "where nobody imports, import-worker may dynamodb:Query on arn:index"),
          of(
              "a suppression list of a stack that takes no imports",
              "ImportsBesideSuppressionList: !And [!Condition HasImports, ",
              "ImportsBesideSuppressionList: !And [!Condition KeepsSuppressionList, ",
              "where nobody imports, import-worker may secretsmanager:GetSecretValue"),
          of(
              "imports that enter nobody",
              "HasMembers: !Not [!Equals [!Join [\"\", !Ref MemberTableArns], \"\"]]",
              "HasMembers: !Equals [!Join [\"\", !Ref MemberTableArns], \"\"]",
              "where somebody imports, import-worker enters no members"),
          of(
              "messages for a minute",
              "MessageRetentionPeriod: 1209600",
              "MessageRetentionPeriod: 60",
              "forgets a message too early"),
          of(
              "messages in the open",
              "SqsManagedSseEnabled: true",
              "SqsManagedSseEnabled: false",
              "DeletionQueue is not encrypted"),
          of(
              "an alarm on the working queue",
              "Value: !GetAtt DeletionDeadLetters.QueueName",
              "Value: !GetAtt DeletionQueue.QueueName",
              "no alarm for dead letters"),
          of(
              "an alarm on another function",
              "Name: FunctionName, Value: !Ref FileIntakeFunction",
              "Name: FunctionName, Value: !Ref HttpApiFunction",
              "no alarm for dropped events"),
          of(
              "an alarm on attempts",
              "MetricName: AsyncEventsDropped",
              "MetricName: Errors",
              "no alarm for dropped events"),
          of(
              "a stream that does not tell what was before",
              "StreamViewType: NEW_AND_OLD_IMAGES",
              "StreamViewType: NEW_IMAGE",
              "in which state a task was before"),
          of(
              "a state that nobody hears of",
              "{\"NewImage\": {\"state\": {\"S\": [\"PAUSED\"]}}, \"OldImage\": {\"state\": {\"S\":"
                  + " [{\"anything-but\": [\"PAUSED\"]}]}}},\n",
              "\n",
              "events tell of the states"),
          of(
              "an event per commit",
              "[{\"anything-but\": [\"RUNNING\"]}]",
              "[\"RUNNING\"]",
              "events tell of the states"),
          of(
              "operators' own words in an event",
              "<$.dynamodb.NewImage.checkedPurpose.S>",
              "<$.dynamodb.NewImage.description.S>",
              "events must not tell dynamodb.NewImage.description.S"),
          of(
              "a word that nobody has checked",
              "NewImage.checkedDataset.S",
              "NewImage.dataset.S",
              "events must not tell dynamodb.NewImage.dataset.S"),
          of(
              "no events of the time before the pipe",
              "StartingPosition: TRIM_HORIZON",
              "StartingPosition: LATEST",
              "events do not begin where the stream of tasks does"),
          of(
              "an event that is given up with the stream",
              "MaximumRecordAgeInSeconds: 43200",
              "MaximumRecordAgeInSeconds: 86400",
              "given up too early, or never"),
          of(
              "an event that is tried twice",
              "MaximumRetryAttempts: 10000",
              "MaximumRetryAttempts: 1",
              "given up too early, or never"),
          of(
              "a batch of events that fails as a whole",
              "          OnPartialBatchItemFailure: AUTOMATIC_BISECT\n",
              "",
              "takes others with it"),
          of(
              "an event that is given up without a word",
              "          DeadLetterConfig:\n            Arn: !GetAtt StateEventsDeadLetters.Arn\n",
              "",
              "leaves no trace"),
          of(
              "events on a bus that nobody named",
              "      Target: !Sub"
                  + " \"arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventBusName}\"",
              "      Target: !Sub"
                  + " \"arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default\"",
              "events go to another bus"),
          of(
              "events unasked for",
              "Type: AWS::Pipes::Pipe\n    Condition: SendsEvents\n",
              "Type: AWS::Pipes::Pipe\n",
              "StateEvents is there"),
          of(
              "a pipe that may write what it reads",
              "Action: events:PutEvents",
              "Action: events:*",
              "allows events:*"),
          of(
              "a pipe of another account",
              "            Condition:\n              StringEquals: {\"aws:SourceAccount\": !Ref"
                  + " AWS::AccountId}\n",
              "",
              "StateEventsRole may be assumed by others"),
          of(
              "no alarm for events",
              "Value: !GetAtt StateEventsDeadLetters.QueueName",
              "Value: !GetAtt DeletionDeadLetters.QueueName",
              "no alarm for events that were given up"),
          of("an output renamed", "  ApiUrl:\n", "  Url:\n", "the outputs are"),
          of(
              "a call longer than the gateway waits",
              "Timeout: 29",
              "Timeout: 60",
              "HttpApiFunction has [60]"));

  private static Mutation of(String name, String from, String to, String expected) {
    return new Mutation(name, from, to, expected);
  }

  String appliedTo(String template) {
    if (!template.contains(from)) {
      throw new IllegalStateException("the template has no such text any more: " + name);
    }
    return template.replace(from, to);
  }

  @Override
  public String toString() {
    return name;
  }
}
