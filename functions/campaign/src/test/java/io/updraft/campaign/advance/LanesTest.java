package io.updraft.campaign.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

  private static List<Integer> numbers(int most) {
    return IntStream.range(0, most).boxed().toList();
  }

  @Test
  void doesEachOnceWhateverTheNumberOfLanes() {
    for (int lanes = 1; lanes <= 5; lanes++) {
      done.clear();
      new Lanes(lanes).forEach(numbers(7), done::add);

      assertThat(done).as("%d lanes", lanes).containsExactlyInAnyOrderElementsOf(numbers(7));
    }
  }

  @Test
  void runsTheLanesAtOnce() {
    CyclicBarrier all = new CyclicBarrier(4);

    new Lanes(4)
        .forEach(
            numbers(4),
            n -> {
              try {
                all.await(10, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              done.add(n);
            });

    assertThat(done).hasSize(4);
  }

  @Test
  void tellsAFailureAfterTheOtherLanesHaveEnded() {
    assertThatThrownBy(
            () ->
                new Lanes(2)
                    .forEach(
                        numbers(6),
                        n -> {
                          if (n == 1) {
                            throw new IllegalArgumentException("one");
                          }
                          done.add(n);
                        }))
        .hasMessage("one");

    assertThat(done).containsExactlyInAnyOrder(0, 2, 4);
  }
}
