package expunge.local.measure;

import expunge.local.lambda.DeployedFunction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The event that a freshly started function is given first. Each asks for as little as it can. */
record FirstEvent(DeployedFunction function, String name, String event) {

  /**
   * One or two for each function.
   *
   * @param key an API key of a viewer
   */
  static List<FirstEvent> all(String key) {
    String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    return List.of(
        new FirstEvent(DeployedFunction.FILE_INTAKE, "a key to ignore", FOLDER),
        new FirstEvent(DeployedFunction.DELETION_WORKER, "bell of an unknown task", BELL),
        new FirstEvent(DeployedFunction.HTTP_API, "GET /health", call("/health", "")),
        new FirstEvent(DeployedFunction.HTTP_API, "GET /tasks", call("/tasks", "Basic " + basic)));
  }

  private static final String FOLDER =
      """
      {"Records": [{
        "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
        "eventTime": "2026-11-20T09:12:08.540Z", "eventName": "ObjectCreated:Put",
        "s3": {"bucket": {"name": "expunge-files"}, "object": {"key": "drop/", "size": 0}}}]}
      """;

  private static final String BELL =
      """
      {"Records": [{
        "messageId": "1", "eventSource": "aws:sqs", "awsRegion": "us-east-1",
        "body": "{\\"version\\":1,\\"taskId\\":\\"6gtdan9p08r18ahfkasdqd80qr\\",\\"batch\\":1}"}]}
      """;

  private static String call(String path, String authorization) {
    return """
    {"version": "2.0", "routeKey": "GET %1$s", "rawPath": "%1$s", "rawQueryString": "",
     "headers": {"accept": "*/*", "authorization": "%2$s"},
     "requestContext": {"http": {"method": "GET", "path": "%1$s", "protocol": "HTTP/1.1"}},
     "isBase64Encoded": false}
    """
        .formatted(path, authorization);
  }
}
