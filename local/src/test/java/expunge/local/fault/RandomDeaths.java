package expunge.local.fault;

import expunge.local.fault.DynamoDbCall.Meddler;
import expunge.local.fault.DynamoDbCall.Service;
import expunge.local.fault.HttpMessage.Answer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kills a worker when it makes its so-many-th call, which a seed has chosen. The call goes on while
 * its caller dies, so that a death falls anywhere around it.
 */
final class RandomDeaths implements Meddler {
  private static final double LAST_PART = 0.95;

  private final MortalWorker worker;
  private final Runnable onDeath;
  private final Deque<Long> chosen = new ArrayDeque<>();
  private final AtomicLong calls = new AtomicLong();
  private int deaths;

  /**
   * Chooses.
   *
   * @param calls how many an undisturbed run makes
   * @param onDeath run after each death
   */
  RandomDeaths(MortalWorker worker, long calls, int deaths, long seed, Runnable onDeath) {
    this.worker = worker;
    this.onDeath = onDeath;
    new Random(seed)
        .longs(1, Math.max(deaths + 1L, (long) (calls * LAST_PART)))
        .distinct()
        .limit(deaths)
        .sorted()
        .forEach(chosen::add);
  }

  @Override
  public Answer answer(DynamoDbCall call, Service dynamoDb) throws IOException {
    if (isDue(calls.incrementAndGet())) {
      Thread.ofVirtual().start(this::killed);
    }
    return dynamoDb.answer(call);
  }

  private synchronized boolean isDue(long number) {
    return !chosen.isEmpty() && chosen.getFirst() <= number && chosen.removeFirst() > 0;
  }

  /** A call of one that is dead already counts for the next. */
  private synchronized void killed() {
    if (worker.kill()) {
      deaths++;
      onDeath.run();
    } else {
      chosen.addFirst(calls.get() + 1);
    }
  }

  long calls() {
    return calls.get();
  }

  synchronized int deaths() {
    return deaths;
  }
}
