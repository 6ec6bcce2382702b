package expunge.simulator.platform;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import expunge.fileintake.FileIntakeHandler;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import expunge.simulator.fault.Mishap;
import expunge.simulator.process.Invocation;
import expunge.simulator.scenario.Importing;
import expunge.simulator.timeline.Chance;
import expunge.task.Task;
import expunge.task.TaskId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** The bucket's uploads and their events, which call intake as asynchronous invocations do. */
final class Uploads {
  private static final String KEY = "drop/customers/ü +&.csv";
  private static final long SECOND = 1_000_000;
  private static final long LATE = 20 * 60 * SECOND;
  private static final long REPETITION = 60 * SECOND;
  private static final int INVOCATIONS = 3;
  private static final int UPLOAD = 201;
  private static final int COPY = 2;
  private static final int KILL = 3;

  private final World world;
  private final LongFunction<FileIntakeHandler> processes;
  private final List<Upload> uploads = new ArrayList<>();
  private final Set<ObjectVersion> written = new LinkedHashSet<>();
  private final Map<ObjectVersion, Long> removed = new HashMap<>();

  Uploads(World world, LongFunction<FileIntakeHandler> processes) {
    this.world = world;
    this.processes = processes;
  }

  List<Upload> all() {
    return List.copyOf(uploads);
  }

  /** Somebody drops the scenario's files. */
  void begin() {
    long name = Chance.mix(world.scenario().seed(), UPLOAD);
    List<byte[]> files = world.scenario().files();
    if (world.scenario().importing().isPresent()) {
      for (int i = 0; i < files.size(); i++) {
        upload(i, Chance.mix(name, i));
      }
      return;
    }
    world.timeline().at(0, name, () -> put(files.getFirst(), name));
    if (files.size() > 1 && world.faults().happens(Mishap.SECOND_PUT, name)) {
      long second = Chance.mix(name, 1);
      long at = Chance.happens(second, 0.5) ? 0 : Chance.below(second, 3 * SECOND);
      world.timeline().at(at, second, () -> put(files.getLast(), second));
    }
    if (world.faults().happens(Mishap.OBJECT_REMOVED, name)) {
      world.timeline().at(Chance.below(name, 2 * SECOND), Chance.mix(name, 2), this::remove);
    }
  }

  /** Somebody has an import made, and uploads its file. */
  private void upload(int place, long name) {
    Importing importing = world.scenario().importing().orElseThrow();
    byte[] content = world.scenario().files().get(place);
    long at = place == 0 || Chance.happens(name, 0.5) ? 0 : Chance.below(name, 3 * SECOND);
    world
        .timeline()
        .at(
            at,
            name,
            () -> {
              String key = world.makeImport(place, importing.settings().get(place));
              ObjectVersion version = world.objects().put(key, content, Map.of()).version();
              written.add(version); // it is no file of a retry
              Upload upload = new Upload(version, content, world.now());
              uploads.add(upload);
              world.tell(name, () -> "a file of " + content.length + " bytes is uploaded");
              notify(upload, name);
            });
  }

  private void put(byte[] content, long name) {
    Map<String, String> metadata = new HashMap<>();
    if (world.scenario().dryRun()) {
      metadata.put("dry-run", "true");
    }
    world
        .scenario()
        .riches()
        .ifPresent(riches -> metadata.put("deletion-type", riches.type().name()));
    StoredObject object = world.objects().put(KEY, content, metadata);
    Upload upload = new Upload(object.version(), content, world.now());
    uploads.add(upload);
    world.tell(name, () -> "a file of " + content.length + " bytes is put");
    notify(upload, name);
  }

  /** Looks for files that were written for retries. */
  void sawJoin() {
    for (String key : world.objects().keys("uploads/")) {
      ObjectVersion version =
          world.objects().describe(key, Optional.empty()).orElseThrow().version();
      if (written.add(version)) {
        byte[] content = world.objects().read(key).orElseThrow();
        Upload upload = new Upload(version, content, world.now());
        long name = Chance.mix(world.scenario().seed(), UPLOAD, written.size());
        world.tell(name, () -> "the file of a retry is written");
        notify(upload, name);
      }
    }
  }

  /** The first version of a retry's file is its file. */
  void sawPin() {
    for (ObjectVersion version : written) {
      TaskId id = Upload.taskOf(version);
      boolean known = uploads.stream().anyMatch(upload -> upload.task().equals(id));
      Optional<Task> task = known ? Optional.empty() : world.tasks().find(id);
      if (task.filter(one -> one.file().version().equals(version)).isPresent()) {
        byte[] content = world.objects().read(version, 0, (int) task.get().file().bytes());
        uploads.add(new Upload(version, content, world.now()));
      }
    }
  }

  private void notify(Upload upload, long name) {
    if (world.faults().happens(Mishap.EVENT_LOST, name)) {
      world.tell(name, () -> "its event is lost");
      return;
    }
    boolean late = world.faults().happens(Mishap.EVENT_LATE, name);
    announce(upload, world.faults().delay(name, late ? LATE : SECOND), name);
    if (world.faults().happens(Mishap.EVENT_TWICE, name)) {
      long copy = Chance.mix(name, COPY);
      announce(upload, world.faults().delay(copy, Chance.happens(copy, 0.5) ? SECOND : LATE), copy);
    }
  }

  private void remove() {
    world.tell(COPY, () -> "the object is removed; its versions stay");
    uploads.stream()
        .map(Upload::version)
        .filter(version -> version.key().equals(KEY))
        .forEach(version -> removed.putIfAbsent(version, world.now()));
    world.objects().deleteAll(KEY);
  }

  long removedAt(Upload upload) {
    return removed.getOrDefault(upload.version(), Long.MAX_VALUE);
  }

  /** Lets intake hear of a file. */
  private void announce(Upload upload, long in, long name) {
    world.timeline().at(world.now() + in, name, () -> invoke(upload, name, 1));
  }

  private void invoke(Upload upload, long event, int number) {
    long name = Chance.mix(event, number);
    new Reading(upload, event, number, new Invocation(name, "intake " + number))
        .begin(world.scenario().platform().intakeTime(), Chance.mix(name, KILL));
  }

  /** One invocation. */
  private final class Reading extends Turn {
    private final Upload upload;
    private final long event;
    private final int number;

    Reading(Upload upload, long event, int number, Invocation invocation) {
      super(world, invocation);
      this.upload = upload;
      this.event = event;
      this.number = number;
    }

    @Override
    boolean work() {
      processes.apply(invocation().name()).handle(event(upload));
      return true;
    }

    @Override
    void hasEnded(boolean fine) {
      if (!fine && number < INVOCATIONS) {
        long at = world.now() + number * REPETITION;
        world.timeline().at(at, invocation().name(), () -> invoke(upload, event, number + 1));
      } else if (!fine) {
        world.faults().tally().add(Mishap.EVENT_LOST);
        world.tell(event, () -> "the platform gives the event up");
      }
    }
  }

  @SuppressWarnings("NullAway") // the fields that no handler may rely on are absent
  private static S3Event event(Upload upload) {
    S3ObjectEntity object =
        new S3ObjectEntity(
            URLEncoder.encode(upload.version().key(), StandardCharsets.UTF_8),
            (long) upload.content().length,
            upload.version().eTag(),
            upload.version().versionId().orElse(""),
            "0");
    S3Entity s3 = new S3Entity("", new S3BucketEntity(World.BUCKET, null, ""), object, "1.0");
    return new S3Event(
        List.of(
            new S3EventNotificationRecord(
                "", "ObjectCreated:Put", "aws:s3", null, "2.1", null, null, s3, null)));
  }
}
