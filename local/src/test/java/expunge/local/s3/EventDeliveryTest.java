package expunge.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventDeliveryTest {
  private static EventDelivery delivery(Consumer<String> consumer) {
    return new EventDelivery(new Subscription(List.of(), consumer, Duration.ofMillis(1), _ -> {}));
  }

  @Test
  void closingWaitsForEveryEvent() {
    List<String> accepted = new CopyOnWriteArrayList<>();
    try (EventDelivery delivery = delivery(accepted::add)) {
      List.of("a", "b", "c").forEach(delivery::submit);
    }
    assertThat(accepted).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aFailingConsumerGetsTheEventThreeTimesInAll() {
    AtomicInteger attempts = new AtomicInteger();
    try (EventDelivery delivery =
        delivery(
            _ -> {
              attempts.incrementAndGet();
              throw new IllegalStateException();
            })) {
      delivery.submit("a");
    }
    assertThat(attempts).hasValue(3);
  }

  @Test
  void aConsumerThatRecoversGetsNoMore() {
    AtomicInteger attempts = new AtomicInteger();
    try (EventDelivery delivery =
        delivery(
            _ -> {
              if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException();
              }
            })) {
      delivery.submit("a");
    }
    assertThat(attempts).hasValue(2);
  }
}
