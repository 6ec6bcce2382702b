package expunge.local.measure;

import expunge.local.lambda.DeployedFunction;
import expunge.local.lambda.SampleEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The event that a freshly started function is given first. Each asks for as little as it can. */
record FirstEvent(DeployedFunction function, String name, String event) {

  /**
   * One or two for each function.
   *
   * @param root of the project
   * @param key an API key of a viewer
   */
  static List<FirstEvent> all(Path root, String key) throws IOException {
    return List.of(
        new FirstEvent(
            DeployedFunction.FILE_INTAKE,
            "a key to ignore",
            SampleEvent.read(root, "file-intake/folder.json").json()),
        new FirstEvent(
            DeployedFunction.DELETION_WORKER,
            "bell of an unknown task",
            SampleEvent.read(root, "deletion-worker/task-bell.json").json()),
        new FirstEvent(
            DeployedFunction.HTTP_API,
            "GET /health",
            SampleEvent.read(root, "http-api/health.json").json()),
        new FirstEvent(
            DeployedFunction.HTTP_API,
            "GET /tasks",
            SampleEvent.read(root, "http-api/tasks-with-key.json").withKey(key).json()));
  }
}
