package expunge.httpapi;

import expunge.access.Role;
import expunge.creation.AwaitedFile;
import expunge.creation.CreationAnswer;
import expunge.creation.TaskCreation;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.Imports;
import expunge.dataset.Segments;
import expunge.file.FileOptions;
import expunge.file.Limits;
import expunge.object.Sha256;
import expunge.run.Scheduler;
import expunge.task.ImportSettings;
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
    Optional<TaskKind> kind = body.choice("kind", KINDS).flatMap(TaskCalls::kind);
    if (kind.isPresent() && !mayMake(kind.get(), call)) {
      return Problems.forbidden(Role.ADMINISTRATOR);
    }
    Request request =
        kind.filter(TaskKind.IMPORT::equals).isPresent()
            ? imported(body, call.caller())
            : request(body, call.caller());
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

  /** An import can be repeated and destroys little; a deletion can't be undone. */
  private static boolean mayMake(TaskKind kind, Call call) {
    return kind == TaskKind.IMPORT
        || call.role().filter(role -> role.includes(Role.ADMINISTRATOR)).isPresent();
  }

  private Request imported(Body body, String caller) {
    Dataset dataset = body.dataset(datasets);
    if (dataset.imports().isEmpty()) {
      body.problem("dataset", "declares no import, so it takes no files of customers");
    }
    return new Request(
        TaskKind.IMPORT,
        dataset.name(),
        "",
        options(body),
        body.optionalText("description", LONGEST_TEXT),
        body.optionalText("reason", LONGEST_TEXT),
        Optional.empty(),
        Optional.of(caller),
        false,
        false,
        new Origin.Sent(),
        body.optionalObject("import")
            .map(settings -> settings(settings, dataset))
            .or(() -> Optional.of(ImportSettings.NONE)));
  }

  private static ImportSettings settings(Body settings, Dataset dataset) {
    Optional<String> segment =
        settings.optionalText(
            Imports.SEGMENT,
            Segments::isId,
            "the id of a segment: 1 to 128 letters, digits, dots, hyphens, underscores, tildes");
    if (segment.isPresent() && !dataset.takesMembers()) {
      settings.problem(Imports.SEGMENT, "can't be joined: the dataset declares no members for it");
    }
    return new ImportSettings(
        setting(settings, Imports.ENDPOINT),
        setting(settings, Imports.TOUCHPOINT),
        segment,
        setting(settings, Imports.SOURCE_ACTION));
  }

  private static Optional<String> setting(Body settings, String name) {
    return settings.optionalText(
        name,
        text ->
            !text.isBlank()
                && text.length() <= Imports.LONGEST_SETTING
                && text.chars().noneMatch(Character::isISOControl),
        "1 to " + Imports.LONGEST_SETTING + " characters without control characters");
  }

  private Request request(Body body, String caller) {
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
    FileOptions options = options(body);
    return new FileOptions(
        options.encoding(), options.delimiter(), body.oneOf("identifier", identifiers));
  }

  private static FileOptions options(Body body) {
    return new FileOptions(
        body.optionalText("encoding", FileOptions::isEncoding, "one of " + FileOptions.ENCODINGS),
        body.optionalText(
            "delimiter", FileOptions::isDelimiter, "one of " + FileOptions.DELIMITERS),
        Optional.empty());
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
