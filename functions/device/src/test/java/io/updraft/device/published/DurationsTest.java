package io.updraft.device.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  private static final long LONGEST = Duration.ofHours(50).toMillis();

  private static Durations histogram(long[] millis) {
    return Arrays.stream(millis)
        .mapToObj(ms -> Durations.of(Duration.ofMillis(ms)))
        .reduce(Durations.NONE, Durations::plus);
  }

  /** Spread over all magnitudes, as durations are. */
  private static long[] random(RandomGenerator random) {
    double span = Math.log(LONGEST / 1000.0);
    return random
        .ints(1 + random.nextInt(400), 0, Integer.MAX_VALUE)
        .mapToLong(_ -> (long) (1000 * Math.exp(random.nextDouble() * span)))
        .toArray();
  }

  private static double exact(long[] millis, int percent) {
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceilDiv((long) sorted.length * percent, 100L) - 1] / 1000.0;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void isNeverFurtherOffThanItSays(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 20; run++) {
      long[] millis = random(random);
      Durations durations = histogram(millis);
      for (int percent : new int[] {1, 50, 95, 99, 100}) {
        assertThat(durations.percentile(percent).orElseThrow())
            .isCloseTo(exact(millis, percent), withPercentage(100 * Durations.MOST_ERROR));
      }
      assertThat(durations.mean().orElseThrow())
          .isCloseTo(Arrays.stream(millis).average().orElseThrow() / 1000, withPercentage(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 6, 9})
  void takesBackWhatItAdded(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Durations one = histogram(random(random));
    Durations other = histogram(random(random));

    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(one.minus(one)).isEqualTo(Durations.NONE);
  }

  @Test
  void keepsAllWithinItsBuckets() {
    Durations ends = histogram(new long[] {0, 999, 1000, Long.MAX_VALUE / 4});

    assertThat(ends.buckets()).containsOnlyKeys(0, 1, Durations.BUCKETS - 1).containsEntry(0, 2L);
  }

  @Test
  void hasNoPercentileOfNothing() {
    assertThat(Durations.NONE.percentile(50)).isEmpty();
    assertThat(Durations.NONE.mean()).isEmpty();
  }
}
