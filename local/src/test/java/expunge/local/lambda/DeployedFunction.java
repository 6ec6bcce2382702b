package expunge.local.lambda;

import java.nio.file.Path;

/** The functions that are deployed. All that is called after one has its name from here. */
public enum DeployedFunction {
  FILE_INTAKE("file-intake", "FileIntake"),
  DELETION_WORKER("deletion-worker", "DeletionWorker"),
  IMPORT_WORKER("import-worker", "ImportWorker"),
  HTTP_API("http-api", "HttpApi"),
  HOUSEKEEPING("housekeeping", "Housekeeping");

  private final String module;
  private final String name;

  DeployedFunction(String module, String name) {
    this.module = module;
    this.name = name;
  }

  /** The name of its folder below {@code functions}, which its log lines bear. */
  public String module() {
    return module;
  }

  /** Its name in the template. */
  public String logicalId() {
    return name + "Function";
  }

  /** The name of its role in the template. */
  public String role() {
    return name + "Role";
  }

  /** What the template says is to be called. */
  public String handler() {
    return "expunge." + module.replace("-", "") + "." + logicalId() + "::handleRequest";
  }

  /** The artifact that a build below {@code root} has made. */
  public Path zip(Path root) {
    return root.resolve("functions/%s/target/%s.zip".formatted(module, module));
  }
}
