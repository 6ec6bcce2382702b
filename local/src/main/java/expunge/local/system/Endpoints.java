package expunge.local.system;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the services answer, and who may call them. Clients find both by the SDK's own variables or
 * system properties.
 */
public record Endpoints(URI s3, URI sqs, URI dynamoDb) {
  /** The region of everything local. */
  public static final String REGION = "us-east-1";

  /** The access key id of everything local. */
  public static final String ACCESS_KEY_ID = "local";

  /** The secret access key of everything local; nothing but presigned URLs is checked with it. */
  public static final String SECRET_ACCESS_KEY = "local-secret";

  /** The variables that every SDK and the AWS CLI read. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL_S3", s3.toString());
    variables.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    variables.put("AWS_REGION", REGION);
    variables.put("AWS_DEFAULT_REGION", REGION); // the AWS CLI knows no other
    // S3Mock refuses the checksums that newer clients add to each part of a large upload.
    variables.put("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required");
    variables.put("AWS_ACCESS_KEY_ID", ACCESS_KEY_ID);
    variables.put("AWS_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY);
    return variables;
  }

  /** Lets clients that are made in this process from now on find them too. */
  public void useInThisProcess() {
    System.setProperty("aws.endpointUrlS3", s3.toString());
    System.setProperty("aws.endpointUrlSqs", sqs.toString());
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.toString());
    System.setProperty("aws.region", REGION);
    System.setProperty("aws.accessKeyId", ACCESS_KEY_ID);
    System.setProperty("aws.secretAccessKey", SECRET_ACCESS_KEY);
  }
}
