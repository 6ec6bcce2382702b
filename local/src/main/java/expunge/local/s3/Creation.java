package expunge.local.s3;

/** The ways in which an object comes to be, under the names that S3's events give them. */
enum Creation {
  PUT("ObjectCreated:Put", false),
  COPY("ObjectCreated:Copy", true),
  COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload", true);

  private final String eventName;
  private final boolean failsWithStatus200;

  Creation(String eventName, boolean failsWithStatus200) {
    this.eventName = eventName;
    this.failsWithStatus200 = failsWithStatus200;
  }

  String eventName() {
    return eventName;
  }

  /** Whether S3 may answer 200 and say only in the body that it failed. */
  boolean failsWithStatus200() {
    return failsWithStatus200;
  }
}
