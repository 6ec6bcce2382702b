package expunge.local.s3;

/** The one access key of the local stack, with which its presigned URLs are made. */
public record AccessKey(String id, String secret) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }
}
