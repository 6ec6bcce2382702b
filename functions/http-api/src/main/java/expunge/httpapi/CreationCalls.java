package expunge.httpapi;

import expunge.creation.AwaitedFile;
import expunge.creation.CreationAnswer;
import expunge.creation.TaskCreation;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.file.FileOptions;
import expunge.file.Limits;
import expunge.object.Sha256;
import expunge.run.Scheduler;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.TaskKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes tasks. What a dropped file says in its metadata, a task's maker says here. */
final class CreationCalls {
  private static final int LONGEST_TEXT = 500;
  private static final List<String> KINDS =
      Arrays.stream(TaskKind.values()).map(TaskKind::word).toList();

  private final Datasets datasets;
  private final TaskCreation creation;
  private final Limits limits;
  private final Scheduler scheduler;

  CreationCalls(Datasets datasets, TaskCreation creation, Limits limits, Scheduler scheduler) {
    this.datasets = datasets;
    this.creation = creation;
    this.limits = limits;
    this.scheduler = scheduler;
  }

  ApiResponse create(Call call) {
    Body body = Body.of(call.body());
    Request request = request(body, call.caller());
    Optional<AwaitedFile> file = file(body.object("file"));
    return body.refusal()
        .orElseGet(() -> response(creation.create(request, file.orElseThrow(), call.key())));
  }

  private ApiResponse response(CreationAnswer answer) {
    return switch (answer) {
      case CreationAnswer.Created created ->
          TaskCalls.shown(created, ApiResponse.CREATED, scheduler.now())
              .with("Location", "/tasks/" + created.task().id());
      case CreationAnswer.KeyReused _ -> Problems.keyReused();
    };
  }

  private Request request(Body body, String caller) {
    body.choice("kind", KINDS);
    Dataset dataset = body.dataset(datasets);
    return new Request(
        TaskKind.DELETION,
        dataset.name(),
        deletionType(body, dataset),
        options(body, dataset),
        body.optionalText("description", LONGEST_TEXT),
        body.optionalText("reason", LONGEST_TEXT),
        body.oneOf("purpose", Request.PURPOSES),
        Optional.of(caller),
        body.flag("dryRun"),
        false,
        new Origin.Sent());
  }

  /** The type that is named; the complete one where none is. */
  static String deletionType(Body body, Dataset dataset) {
    List<String> names = dataset.deletionTypes().stream().map(DeletionType::name).toList();
    return body.oneOf("deletionType", names).orElse(DeletionType.COMPLETE);
  }

  private static FileOptions options(Body body, Dataset dataset) {
    List<String> identifiers = dataset.deletableBy().stream().map(Identifier::name).toList();
    return new FileOptions(
        body.optionalText("encoding", FileOptions::isEncoding, "one of " + FileOptions.ENCODINGS),
        body.optionalText(
            "delimiter", FileOptions::isDelimiter, "one of " + FileOptions.DELIMITERS),
        body.oneOf("identifier", identifiers));
  }

  /** Empty where there is a problem with it. */
  private Optional<AwaitedFile> file(Body file) {
    Optional<String> name = file.text("name", AwaitedFile::isName, AwaitedFile.NAME_RULE);
    long bytes = file.number("bytes", 1, AwaitedFile.mostBytes(limits));
    Optional<Sha256> sha256 =
        file.text("sha256", Sha256::isSha256, "the SHA-256 of the file in 64 hexadecimal digits")
            .map(Sha256::new);
    return name.flatMap(known -> sha256.map(hash -> new AwaitedFile(known, bytes, hash)));
  }
}
