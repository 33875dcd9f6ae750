package io.updraft.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {
  private static final long NOON = 1_795_608_000_000_000_000L;
  private static final long SECOND = 1_000_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesBackWhatWasSealed(long seed) throws DamagedBlock {
    RandomGenerator random = new Random(seed);
    RandomSeries any = new RandomSeries(random);
    for (int run = 0; run < 200; run++) {
      List<Series> series = new ArrayList<>();
      IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> series.add(any.next("m" + i)));
      Block block = Block.open(Block.seal(series));
      for (Series each : series) {
        Section section = block.section(each.metric()).orElseThrow();
        assertThat(section.count()).isEqualTo(each.points().size());
        assertThat(section.first()).isEqualTo(each.first());
        assertThat(section.last()).isEqualTo(each.last());
        assertThat(section.points()).isEqualTo(each.points());
      }
      assertThat(block.sections()).hasSameSizeAs(series);
    }
  }

  @Test
  void givesBackARangeWithBothItsEnds() throws DamagedBlock {
    Section section = open(seconds(10)).sections().getFirst();
    List<DataPoint> all = seconds(10).points();
    assertThat(section.points(NOON + 2 * SECOND, NOON + 4 * SECOND)).isEqualTo(all.subList(2, 5));
    assertThat(section.points(NOON + 1, NOON + SECOND - 1)).isEmpty();
    assertThat(section.points(NOON - 5, NOON)).isEqualTo(all.subList(0, 1));
    assertThat(section.points(NOON + 9 * SECOND, Long.MAX_VALUE)).isEqualTo(all.subList(9, 10));
    assertThat(section.points(NOON + 10 * SECOND, Long.MAX_VALUE)).isEmpty();
    assertThat(section.points(Long.MIN_VALUE, NOON - 1)).isEmpty();
    assertThat(section.points(NOON + 1, NOON)).isEmpty();
  }

  @Test
  void knowsNoOtherMetric() throws DamagedBlock {
    assertThat(open(seconds(1)).section("humidity")).isEmpty();
  }

  @Test
  void sealsASinglePointInThirtyBytesAndItsName() {
    Series single = series(List.of(point(NOON + 123_000_000, new Value.Decimal(21.5))));
    assertThat(Block.seal(List.of(single)).length).isLessThanOrEqualTo(30 + "temperature".length());
  }

  @Test
  void writesSharedTimesOnce() {
    List<DataPoint> points = jittered(100);
    byte[] one = Block.seal(List.of(new Series("a", points)));
    byte[] two = Block.seal(List.of(new Series("a", points), new Series("b", points)));
    assertThat(two.length - one.length).isLessThan(one.length / 2);
  }

  @Test
  void needsTwoBytesForAPointOfADriftingGaugeAtMost() {
    assertThat(Block.seal(List.of(series(jittered(4000)))).length).isLessThan(2 * 4000);
  }

  @Test
  void needsHardlyABitForWhatComesSteadily() {
    assertThat(Block.seal(List.of(seconds(4000))).length).isLessThan(4000 / 8);
  }

  @Test
  void refusesWhatIsNoBlock() {
    assertThatThrownBy(() -> Block.seal(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Block.seal(List.of(seconds(1), seconds(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> Block.seal(List.of(seconds(Block.MOST_POINTS + 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void holdsAsManyPointsAsItSays() throws DamagedBlock {
    Series most = seconds(Block.MOST_POINTS);
    assertThat(open(most).sections().getFirst().points()).isEqualTo(most.points());
  }

  private static Block open(Series series) throws DamagedBlock {
    return Block.open(Block.seal(List.of(series)));
  }

  private static Series seconds(int count) {
    return series(
        LongStream.range(0, count)
            .mapToObj(i -> point(NOON + i * SECOND, new Value.Whole(7 * i)))
            .toList());
  }

  private static List<DataPoint> jittered(int count) {
    RandomGenerator random = new Random(11);
    List<DataPoint> points = new ArrayList<>();
    long hundredths = 2100;
    for (int i = 0; i < count; i++) {
      hundredths += Math.round(random.nextGaussian() * 3);
      long time = NOON + i * (10 * SECOND) + random.nextLong(50) * 1_000_000;
      points.add(point(time, new Value.Decimal(hundredths / 100.0)));
    }
    return points;
  }

  private static Series series(List<DataPoint> points) {
    return new Series("temperature", points);
  }

  private static DataPoint point(long time, Value value) {
    return new DataPoint(time, value, Circumstances.NONE);
  }
}
