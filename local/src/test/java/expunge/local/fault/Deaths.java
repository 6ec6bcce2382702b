package expunge.local.fault;

import expunge.local.fault.DynamoDbCall.Meddler;
import expunge.local.fault.DynamoDbCall.Service;
import expunge.local.fault.HttpMessage.Answer;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** Kills a worker once at each moment, whichever comes; what the dead one held runs out then. */
final class Deaths implements Meddler {
  private final Scene scene;
  private final MortalWorker worker;
  private final Set<Moment> left;

  Deaths(Scene scene, MortalWorker worker, Set<Moment> moments) {
    this.scene = scene;
    this.worker = worker;
    this.left = EnumSet.copyOf(moments);
  }

  @Override
  public Answer answer(DynamoDbCall call, Service dynamoDb) throws IOException {
    for (Moment moment : Moment.values()) {
      if (moment.isOf(call) && took(moment)) {
        if (moment.hasEffect()) {
          dynamoDb.answer(call);
        }
        worker.kill();
        scene.tables().endLeases();
        throw new IOException("nobody is there any more");
      }
    }
    return dynamoDb.answer(call);
  }

  private synchronized boolean took(Moment moment) {
    return left.remove(moment);
  }

  /** The moments that have not come yet. */
  synchronized Set<Moment> left() {
    return Set.copyOf(left);
  }
}
