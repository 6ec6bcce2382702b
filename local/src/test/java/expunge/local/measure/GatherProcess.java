package expunge.local.measure;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.local.system.TableItems;
import expunge.object.ObjectStore;
import expunge.run.Deadline;
import expunge.run.SystemScheduler;
import expunge.selection.Gathering;
import expunge.selection.Gathering.Reached;
import expunge.selection.Selector;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds the members of a segment, in a process of its own, in invocations of two minutes as a
 * worker has them, and says how long it took and how much memory.
 */
final class GatherProcess {
  private static final Duration INVOCATION = Duration.ofMinutes(2);
  private static final Duration MARGIN = Duration.ofSeconds(15);
  private static final int AT_A_TIME = 1_000;
  private static final double NANOSECONDS = 1e9;

  private GatherProcess() {}

  /** With {@code put} or {@code find}, the segment's id, and how many members it has. */
  public static void main(String... arguments) {
    String segment = arguments[1];
    int members = Integer.parseInt(arguments[2]);
    try (AwsClients clients = AwsClients.fromEnvironment()) {
      if (arguments[0].equals("put")) {
        put(clients, segment, members);
      } else {
        find(clients, segment, members);
      }
    }
  }

  private static void put(AwsClients clients, String segment, int members) {
    List<Map<String, AttributeValue>> some = new ArrayList<>(AT_A_TIME);
    for (int i = 1; i <= members; i++) {
      String person = String.format(Locale.ROOT, "3f1c2a9e-7d54-4b0e-9c61-%012d", i);
      some.add(
          Map.of("segment", AttributeValue.fromS(segment), "person", AttributeValue.fromS(person)));
      if (some.size() == AT_A_TIME || i == members) {
        TableItems.put(clients.dynamoDb(), "memberships", some);
        some.clear();
      }
    }
  }

  private static void find(AwsClients clients, String segment, int members) {
    SystemScheduler scheduler = new SystemScheduler();
    AwsPorts ports = new AwsPorts(clients, scheduler);
    ObjectStore objects = ports.objectStore(System.getenv("EXPUNGE_BUCKET"));
    Dataset club = Datasets.parse(System.getenv("CLUB")).defaultDataset();
    Task task = task(club, new TaskId(scheduler.newId()), scheduler);
    Gathering gathering = new Gathering(ports.selection(), objects, scheduler);
    int invocations = 0;
    long start = System.nanoTime();
    Reached reached = Reached.UNDER_WAY;
    while (reached == Reached.UNDER_WAY) {
      invocations++;
      Deadline deadline = Deadline.in(scheduler.now(), INVOCATION, MARGIN);
      reached =
          gathering.goOn(
              task, club, new Selector.Members(segment), "measured", deadline, () -> true);
    }
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    long bytes =
        objects.describe(task.file().version().key(), Optional.empty()).orElseThrow().bytes();
    System.out.printf(
        Locale.ROOT,
        "{\"members\":%d,\"fileBytes\":%d,\"invocations\":%d,\"seconds\":%.1f,\"peakHeapMiB\":%d,"
            + "\"heapLimitMiB\":%d}%n",
        members,
        bytes,
        invocations,
        seconds,
        PeakHeap.mebibytes(),
        PeakHeap.limitInMebibytes());
  }

  private static Task task(Dataset club, TaskId id, SystemScheduler scheduler) {
    return Task.pendingUpload(
        id,
        Request.deletion(club.name(), "complete"),
        "uploads/" + id + "/segment.csv",
        Slicing.by(Limits.defaults(), Optional.of(club)),
        scheduler.now());
  }
}
