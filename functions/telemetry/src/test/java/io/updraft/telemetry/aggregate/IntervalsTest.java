package io.updraft.telemetry.aggregate;

import static io.updraft.telemetry.aggregate.Points.MINUTE;
import static io.updraft.telemetry.aggregate.Points.at;
import static io.updraft.telemetry.aggregate.Points.made;
import static io.updraft.telemetry.aggregate.Points.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  @Test
  void beginAtMultiplesOfTheirLength() {
    assertThat(
            Points.of(
                Aggregation.SUM,
                at(MINUTE - 1, 1),
                at(MINUTE, 2),
                at(2 * MINUTE - 1, 3),
                at(2 * MINUTE, 4)))
        .containsExactly(
            new Bucket(0, value(1), 1, null),
            new Bucket(MINUTE, value(5), 2, null),
            new Bucket(2 * MINUTE, value(4), 1, null));
  }

  @Test
  void alignBeforeTheEpochAsAfterIt() {
    assertThat(
            Points.of(Aggregation.COUNT, at(-MINUTE - 1, 1), at(-MINUTE, 1), at(-1, 1), at(0, 1)))
        .extracting(Bucket::start, Bucket::count)
        .containsExactly(tuple(-2 * MINUTE, 1L), tuple(-MINUTE, 2L), tuple(0L, 1L));
  }

  @Test
  void leaveEmptyOnesOut() {
    assertThat(Points.of(Aggregation.LAST, at(0, "a"), at(90 * 1440 * MINUTE, "b")))
        .extracting(Bucket::start)
        .containsExactly(0L, 90 * 1440 * MINUTE);
    assertThat(Points.of(Aggregation.LAST)).isEmpty();
  }

  @Test
  void leaveIntervalsOutWhereAllWasSkipped() {
    Intervals intervals = new Intervals(Aggregation.MAX, MINUTE);
    intervals.begin("a");
    intervals.add(at(0, "open"));
    intervals.add(at(1, new Value.Json("{}")));
    intervals.add(at(MINUTE, 1));
    assertThat(intervals.result()).containsExactly(new Bucket(MINUTE, value(1), 1, null));
    assertThat(intervals.skipped()).isEqualTo(2);
  }

  @Test
  void joinDevices() {
    assertThat(devices(Aggregation.AVG, at(5, 1), at(3, 2)))
        .containsExactly(new Bucket(0, value(1.5), 2, null));
  }

  @Test
  void takeFirstAndLastByTimeWhateverTheDevice() {
    assertThat(devices(Aggregation.FIRST, at(5, "x"), at(3, "y")).getFirst().value())
        .isEqualTo(value("y"));
    assertThat(devices(Aggregation.LAST, at(5, "x"), at(3, "y")).getFirst().value())
        .isEqualTo(value("x"));
  }

  @Test
  void takeTheLeastDeviceAtEqualTimes() {
    for (Aggregation aggregation : List.of(Aggregation.FIRST, Aggregation.LAST)) {
      assertThat(devices(aggregation, at(5, "of b"), at(5, "of a")).getFirst().value())
          .isEqualTo(value("of a"));
    }
  }

  @Test
  void keepTheTypeOfExtremes() {
    assertThat(made(Aggregation.MAX, 2, 1.5)).isEqualTo(value(2));
    assertThat(made(Aggregation.MIN, 2, 1.5)).isEqualTo(value(1.5));
    assertThat(made(Aggregation.MIN, true, false)).isEqualTo(value(false));
  }

  @Test
  void takeTheEarlierOfEqualExtremes() {
    assertThat(made(Aggregation.MAX, 1.0, 1, true)).isEqualTo(value(1.0));
    assertThat(devices(Aggregation.MIN, at(5, 1), at(3, 1.0)).getFirst().value())
        .isEqualTo(value(1.0));
  }

  @Test
  void tellWholeNumbersApartThatAreOneAsDoubles() {
    long exact = (1L << 53) + 1;
    assertThat(made(Aggregation.MAX, 0x1p53, exact)).isEqualTo(value(exact));
    assertThat(made(Aggregation.MIN, exact, 0x1p53)).isEqualTo(value(0x1p53));
  }

  @Test
  void putNegativeZeroBelowZero() {
    assertThat(made(Aggregation.MIN, 0.0, -0.0)).isEqualTo(value(-0.0));
    assertThat(made(Aggregation.MAX, -0.0, 0.0)).isEqualTo(value(0.0));
    assertThat(made(Aggregation.MIN, 0, -0.0)).isEqualTo(value(-0.0));
  }

  @Test
  void tellTheSameAgain() {
    Intervals intervals = new Intervals(Aggregation.MEDIAN, MINUTE);
    intervals.begin("a");
    intervals.add(at(0, 3));
    intervals.add(at(1, 1));
    assertThat(intervals.result()).isEqualTo(intervals.result());
    intervals.add(at(2, 0));
    assertThat(intervals.result().getFirst().value()).isEqualTo(value(1.0));
  }

  @Test
  void refusePointsThatDoNotAscend() {
    Intervals intervals = new Intervals(Aggregation.AVG, MINUTE);
    intervals.begin("a");
    intervals.add(at(Long.MIN_VALUE / 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> intervals.add(at(Long.MIN_VALUE / 2, 1)));
    intervals.begin("b");
    intervals.add(at(Long.MIN_VALUE / 2, 1));
  }

  @Test
  void refusePointsOfNoDevice() {
    Intervals intervals = new Intervals(Aggregation.AVG, MINUTE);
    assertThatIllegalStateException().isThrownBy(() -> intervals.add(at(0, 1)));
  }

  @Test
  void haveALength() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Intervals(Aggregation.AVG, 0));
  }

  /** What becomes of a point of device b and then one of device a. */
  private static List<Bucket> devices(Aggregation aggregation, DataPoint ofB, DataPoint ofA) {
    Intervals intervals = new Intervals(aggregation, MINUTE);
    intervals.begin("b");
    intervals.add(ofB);
    intervals.begin("a");
    intervals.add(ofA);
    return intervals.result();
  }
}
