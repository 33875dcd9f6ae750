package io.updraft.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.published.Value.Decimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomTest {
  private final Random random = new Random(5);

  @Test
  void ofAnIntervalIsKeptByItsSketch() {
    Room room = new Room(Room.LEAST, Room.MOST_HELD);
    Percentile interval = room.open(50);
    int most = 0;
    for (int i = 0; i < 2_000_000; i++) {
      interval.take(sample());
      most = Math.max(most, interval.held());
    }
    assertThat(most).isEqualTo(Room.LEAST);
    assertThat(room.held()).isEqualTo(interval.held()).isGreaterThan(300);
  }

  @Test
  void thatIsFullTurnsTheLargestIntervalsToSketches() {
    Room room = new Room(10_000, 20_000);
    List<Percentile> large = open(room, 3, 6_000);
    List<Percentile> small = open(room, 4, 600);
    assertThat(room.most()).isEqualTo(5_000);
    assertThat(large).allMatch(interval -> interval.error() != null);
    assertThat(small).allMatch(interval -> interval.error() == null);
  }

  @Test
  void thatIsFullMakesSketchesSmaller() {
    Room room = new Room(10_000, 20_000);
    Percentile first = open(room, 1, 50_000).getFirst();
    Double before = first.error();
    open(room, 20, 5_000);
    assertThat(first.error()).isGreaterThan(before);
    assertThat(first.value(50_000)).isInstanceOf(Decimal.class);
  }

  @Test
  void isNotPassedByAsManyIntervalsAsItIsFor() {
    Room room = new Room(10_000, 32 * Room.LEAST);
    List<Percentile> intervals = open(room, 32, 3_000);
    assertThat(room.held())
        .isLessThanOrEqualTo(32 * Room.LEAST)
        .isEqualTo(intervals.stream().mapToLong(Percentile::held).sum());
  }

  @Test
  void leavesEveryIntervalTheLeast() {
    Room room = new Room(10_000, 1_000);
    assertThat(open(room, 10, Room.LEAST)).allMatch(interval -> interval.error() == null);
    assertThat(room.held()).isEqualTo(10L * Room.LEAST);
  }

  private List<Percentile> open(Room room, int intervals, int points) {
    List<Percentile> opened = Stream.generate(() -> room.open(95)).limit(intervals).toList();
    IntStream.range(0, points).forEach(_ -> opened.forEach(interval -> interval.take(sample())));
    return opened;
  }

  private Sample sample() {
    return new Sample("a", 0, new Decimal(random.nextDouble()), null);
  }
}
