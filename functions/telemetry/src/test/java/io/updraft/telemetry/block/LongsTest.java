package io.updraft.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 127, 128, 129, 130, 257, 1000})
  void givesBackColumnsOfAnyLength(int count) throws DamagedBlock {
    RandomGenerator random = new Random(count);
    for (int width = 0; width <= 64; width++) {
      int shift = Math.min(63, 64 - width);
      givesBack(column(count, i -> random.nextLong() >> shift));
      givesBack(column(count, i -> random.nextLong() >>> shift));
      givesBack(column(count, i -> random.nextInt(9) == 0 ? random.nextLong() >> shift : 17));
      givesBack(column(count, i -> (random.nextLong() >> shift) * 1000));
    }
  }

  @Test
  void givesBackTheEndsOfTheRange() throws DamagedBlock {
    givesBack(Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, Long.MAX_VALUE);
    givesBack(0, Long.MIN_VALUE);
    givesBack(Long.MAX_VALUE, -2);
    givesBack(column(300, i -> i % 2 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE));
    givesBack(column(300, i -> i * (Long.MAX_VALUE / 299)));
  }

  @Test
  void writesNothingForEachNumberWhereAllFollowFromTheFirstOnes() {
    assertThat(size(column(4000, i -> 5))).isLessThan(4);
    assertThat(size(column(4000, i -> 100 + 70 * i))).isLessThan(100);
    assertThat(size(column(4000, i -> i * (i + 1) / 2))).isLessThan(100);
    assertThat(size(column(4000, i -> i / 1000))).isLessThan(20);
  }

  @Test
  void writesJitterAroundABeatInAsManyBitsAsItHas() {
    RandomGenerator random = new Random(1);
    int size = size(column(1024, i -> 10_000 * i + random.nextLong(64)));
    assertThat(size).isBetween(1024 * 6 / 8, 1024 * 6 / 8 + 50);
  }

  @Test
  void writesStepsInAboutAsManyBitsAsTheyInform() {
    RandomGenerator random = new Random(1);
    long[] level = {0};
    int size = size(column(4096, i -> level[0] += Math.round(3 * random.nextGaussian())));
    double entropy = Math.log(3 * Math.sqrt(2 * Math.PI * Math.E)) / Math.log(2);
    assertThat(size * 8 / 4096.0).isBetween(entropy, entropy + 0.5);
  }

  private static long[] column(int count, LongUnaryOperator number) {
    return LongStream.range(0, count).map(number).toArray();
  }

  private static int size(long... numbers) {
    Sink sink = new Sink();
    Longs.write(sink, numbers);
    return sink.size();
  }

  private static void givesBack(long... numbers) throws DamagedBlock {
    Sink sink = new Sink();
    Longs.write(sink, numbers);
    Source source = Source.of(sink.toBytes(), 0, sink.size());
    assertThat(Longs.read(source, numbers.length)).isEqualTo(numbers);
    assertThat(source.remaining()).isZero();
  }
}
