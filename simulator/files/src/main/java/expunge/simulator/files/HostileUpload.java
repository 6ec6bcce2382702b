package expunge.simulator.files;

import expunge.file.Limits;
import expunge.file.Problem;
import expunge.intake.ArrivedFile;
import expunge.object.ObjectStore;
import expunge.object.StoredObject;
import expunge.simulator.BadFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.simulator.files.GeneratedFile.Part;
import expunge.task.Task;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A program that takes the {@link HostileFile}s in, one after the other, in a JVM as small as its
 * caller likes, and writes what became of them to a file, as properties.
 */
public final class HostileUpload {
  private final MemorySystem system = new MemorySystem(Samples.customers(), Limits.defaults());
  private final Properties result = new Properties();
  private final HostileFile file;
  private final List<Part> content;
  private final long bytes;

  private HostileUpload(HostileFile file) {
    this.file = file;
    this.content = file.parts();
    this.bytes = content.stream().mapToLong(Part::bytes).sum();
  }

  /** With the path of the file to write. */
  public static void main(String... arguments) throws IOException {
    Properties results = new Properties();
    for (HostileFile file : HostileFile.values()) {
      results.putAll(new HostileUpload(file).run());
    }
    try (Writer writer = Files.newBufferedWriter(Path.of(arguments[0]))) {
      results.store(writer, null);
    }
  }

  private Properties run() {
    system.addProfiles(BadFile.LISTED);
    ArrivedFile arrived = system.put("hostile.csv", "", Map.of());
    long began = System.nanoTime();
    system.intake(system.tasks, bucket(), system.doorbells).fileArrived(arrived);
    long nanos = System.nanoTime() - began;
    system.answerAll();
    note("bytes", bytes);
    note("millis", nanos / 1_000_000);
    note(system.task(arrived));
    return result;
  }

  private void note(Task task) {
    Optional<Problem> problem = task.problem();
    note("state", task.state());
    note("batches", system.tasks.batches(task.id(), 0, 1).size());
    note("kept", BadFile.LISTED.stream().filter(system::hasProfile).count());
    note("type", problem.map(Problem::type).orElse(""));
    note("line", problem.flatMap(Problem::line).orElse(0));
    note("detail", problem.map(Problem::detail).orElse(""));
    note("remedy", problem.map(Problem::remedy).orElse(""));
  }

  private void note(String name, Object value) {
    result.setProperty(file + "." + name, value.toString());
  }

  /** The bucket in memory, but for the one object that has no room there. */
  private ObjectStore bucket() {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "open" -> new GeneratedFile(content);
                  case "describe" -> asLarge((String) arguments[0]);
                  default -> call(method, arguments);
                });
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(system.objects, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Optional<StoredObject> asLarge(String key) {
    return system
        .objects
        .describe(key, Optional.empty())
        .map(
            object ->
                new StoredObject(
                    object.version(), bytes, object.lastModified(), object.metadata()));
  }
}
