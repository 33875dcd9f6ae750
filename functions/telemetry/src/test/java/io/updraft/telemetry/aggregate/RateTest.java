package io.updraft.telemetry.aggregate;

import static io.updraft.telemetry.aggregate.Points.MINUTE;
import static io.updraft.telemetry.aggregate.Points.SECOND;
import static io.updraft.telemetry.aggregate.Points.at;
import static io.updraft.telemetry.aggregate.Points.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.published.DataPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void isTheIncreaseByTheSecondsOfTheInterval() {
    assertThat(rate(at(0, 10), at(SECOND, 40), at(59 * SECOND, 100)))
        .containsExactly(new Bucket(0, value(1.5), 2, null));
  }

  @Test
  void countsTheNewValueAfterAReset() {
    assertThat(rate(at(0, 100), at(1, 130), at(2, 30), at(3, 60)))
        .containsExactly(new Bucket(0, value(1.5), 3, null));
  }

  @Test
  void givesTheIncreaseToTheIntervalOfTheLaterPoint() {
    assertThat(rate(at(1, 0), at(MINUTE - 1, 60), at(MINUTE, 180), at(10 * MINUTE, 210)))
        .containsExactly(
            new Bucket(0, value(1.0), 1, null),
            new Bucket(MINUTE, value(2.0), 1, null),
            new Bucket(10 * MINUTE, value(0.5), 1, null));
  }

  @Test
  void isUnknownOfOnePoint() {
    assertThat(rate(at(0, 10))).isEmpty();
    assertThat(rate(at(0, 10), at(MINUTE, 10)))
        .containsExactly(new Bucket(MINUTE, value(0.0), 1, null));
  }

  @Test
  void isNoneWhereACounterStands() {
    assertThat(rate(at(0, 10), at(1, 10))).containsExactly(new Bucket(0, value(0.0), 1, null));
  }

  @Test
  void isNeverNegative() {
    assertThat(rate(at(0, 10), at(1, -50), at(2, 10)))
        .containsExactly(new Bucket(0, value(1.0), 2, null));
  }

  @Test
  void looksPastTexts() {
    assertThat(rate(at(0, 10), at(1, "restarted"), at(2, 70)))
        .containsExactly(new Bucket(0, value(1.0), 1, null));
  }

  @Test
  void addsUpDevicesWithoutComparingThem() {
    Intervals intervals = new Intervals(Aggregation.RATE, MINUTE);
    intervals.begin("a");
    intervals.add(at(0, 1_000));
    intervals.add(at(1, 1_060));
    intervals.begin("b");
    intervals.add(at(2, 0));
    intervals.add(at(3, 30));
    assertThat(intervals.result()).containsExactly(new Bucket(0, value(1.5), 2, null));
  }

  @Test
  void isExactForCountersThatUseAllBits() {
    assertThat(rate(at(0, Long.MIN_VALUE), at(1, Long.MAX_VALUE)).getFirst().value())
        .isEqualTo(value((0x1p64 - 1) / 60));
    assertThat(rate(at(0, Long.MAX_VALUE - 60), at(1, Long.MAX_VALUE)).getFirst().value())
        .isEqualTo(value(1.0));
  }

  @Test
  void ofFlagsCountsHowOftenTheyRise() {
    assertThat(rate(at(0, false), at(1, true), at(2, false), at(3, true)).getFirst().value())
        .isEqualTo(value(2.0 / 60));
  }

  private static List<Bucket> rate(DataPoint... points) {
    return Points.of(Aggregation.RATE, points);
  }
}
