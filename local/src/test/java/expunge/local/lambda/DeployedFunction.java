package expunge.local.lambda;

import java.nio.file.Path;

/** The functions that are deployed. */
public enum DeployedFunction {
  FILE_INTAKE("file-intake", "FileIntakeFunction", "expunge.fileintake.FileIntakeFunction"),
  DELETION_WORKER(
      "deletion-worker", "DeletionWorkerFunction", "expunge.deletionworker.DeletionWorkerFunction"),
  HTTP_API("http-api", "HttpApiFunction", "expunge.httpapi.HttpApiFunction");

  private final String module;
  private final String logicalId;
  private final String type;

  DeployedFunction(String module, String logicalId, String type) {
    this.module = module;
    this.logicalId = logicalId;
    this.type = type;
  }

  /** The name of its folder below {@code functions}. */
  public String module() {
    return module;
  }

  /** Its name in the template. */
  public String logicalId() {
    return logicalId;
  }

  /** What the template says is to be called. */
  public String handler() {
    return type + "::handleRequest";
  }

  /** The artifact that a build below {@code root} has made. */
  public Path zip(Path root) {
    return root.resolve("functions/%s/target/%s.zip".formatted(module, module));
  }
}
