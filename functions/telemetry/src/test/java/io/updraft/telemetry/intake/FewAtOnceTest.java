package io.updraft.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewAtOnceTest {
  private static final int MANY = 96;

  private final MutableClock clock = MutableClock.at("2026-11-26T12:00:00Z");
  private final FewAtOnce fewAtOnce = new FewAtOnce(clock);

  private static Map<String, Integer> devices() {
    Map<String, Integer> devices = new LinkedHashMap<>();
    IntStream.range(0, MANY).forEach(i -> devices.put("dev-" + (MANY - i), i));
    return devices;
  }

  @Test
  void keepsTheOrder() {
    Map<String, String> results =
        fewAtOnce.each(devices(), (device, own) -> device + " " + own, (_, _) -> "late");

    assertThat(results.keySet()).containsExactlyElementsOf(devices().keySet());
    assertThat(results).containsEntry("dev-96", "dev-96 0").doesNotContainValue("late");
  }

  /** Each waits until as many are at it as may be; with fewer at once it would wait for ever. */
  @Test
  void doesEightAtOnceAndNoMore() {
    CyclicBarrier eight = new CyclicBarrier(8);
    AtomicInteger now = new AtomicInteger();

    Map<String, Integer> atOnce =
        fewAtOnce.each(devices(), (_, _) -> countWhile(now, eight), (_, _) -> -1);

    assertThat(atOnce.values()).hasSize(MANY).allMatch(count -> count >= 1 && count <= 8);
  }

  private static int countWhile(AtomicInteger now, CyclicBarrier eight) {
    int count = now.incrementAndGet();
    try {
      int _ = eight.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException(alone);
    } finally {
      now.decrementAndGet();
    }
    return count;
  }

  @Test
  void beginsWithNoneWhenTheTimeIsOver() {
    Map<String, String> results =
        fewAtOnce.each(
            devices(),
            (_, _) -> {
              clock.advance(Duration.ofSeconds(3));
              return "done";
            },
            (_, _) -> "late");

    assertThat(results).containsEntry("dev-96", "done").containsEntry("dev-1", "late");
    assertThat(results.values().stream().filter("done"::equals).count()).isBetween(7L, 15L);
  }

  @Test
  void throwsWhatTheWorkThrows() {
    assertThatThrownBy(
            () ->
                fewAtOnce.each(
                    devices(),
                    (_, _) -> {
                      throw new IllegalArgumentException("no");
                    },
                    (_, _) -> "late"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
