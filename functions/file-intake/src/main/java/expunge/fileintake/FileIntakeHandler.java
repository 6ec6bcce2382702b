package expunge.fileintake;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import expunge.intake.ArrivedFile;
import expunge.intake.Intake;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes in the files of an event, one after the other. */
public final class FileIntakeHandler {
  private final Intake intake;
  private final Log log;

  /** Translates for {@code intake}. */
  public FileIntakeHandler(Intake intake, Log log) {
    this.intake = intake;
    this.log = log;
  }

  /**
   * Takes in every file of the event.
   *
   * @throws RuntimeException if one could not be taken in; the platform repeats the whole event,
   *     which changes nothing for those that were
   */
  public void handle(S3Event event) {
    try {
      records(event).forEach(notice -> intake.fileArrived(arrived(notice)));
    } catch (RuntimeException failure) {
      log.write(new LogEntry.Fault(Failure.of(failure)));
      throw failure;
    }
  }

  /** S3 tests a new notification with an event that has none. */
  private static List<S3EventNotificationRecord> records(S3Event event) {
    return Objects.requireNonNullElse(event.getRecords(), List.of());
  }

  /** Keys arrive encoded as in a form, once. */
  private static ArrivedFile arrived(S3EventNotificationRecord notice) {
    S3Entity s3 = notice.getS3();
    return new ArrivedFile(
        s3.getBucket().getName(),
        URLDecoder.decode(s3.getObject().getKey(), StandardCharsets.UTF_8),
        Optional.ofNullable(s3.getObject().getVersionId()));
  }
}
