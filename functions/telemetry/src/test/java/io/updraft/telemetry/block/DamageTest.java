package io.updraft.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.DataPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was done to the bytes: points that were sealed, or none. */
class DamageTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void seesEachFlippedBit(long seed) throws DamagedBlock {
    RandomGenerator random = new Random(seed);
    for (int run = 0; run < 12; run++) {
      byte[] sealed = Block.seal(series(random));
      for (int bit = 0; bit < sealed.length * Byte.SIZE; bit += 1 + random.nextInt(80)) {
        byte[] flipped = flipped(sealed, bit);
        assertThatThrownBy(() -> readAll(flipped)).isInstanceOf(DamagedBlock.class);
      }
      assertThat(readAll(sealed)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void seesWhatIsCutOffOrAdded(long seed) {
    RandomGenerator random = new Random(seed);
    for (int run = 0; run < 100; run++) {
      byte[] sealed = Block.seal(series(random));
      int length = random.nextInt(sealed.length);
      byte[] shorter = Arrays.copyOf(sealed, length);
      byte[] longer = Arrays.copyOf(sealed, sealed.length + 1 + length);
      assertThatThrownBy(() -> Block.open(shorter)).isInstanceOf(DamagedBlock.class);
      assertThatThrownBy(() -> Block.open(longer)).isInstanceOf(DamagedBlock.class);
    }
  }

  @Test
  void refusesWhatIsNoBlock() {
    assertThatThrownBy(() -> Block.open(new byte[0])).isInstanceOf(DamagedBlock.class);
    assertThatThrownBy(() -> Block.open(new byte[100])).isInstanceOf(DamagedBlock.class);
    RandomGenerator random = new Random(5);
    for (int run = 0; run < 3_000; run++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> Block.open(noise)).isInstanceOf(DamagedBlock.class);
    }
  }

  /** Without the checksums, which would hide everything behind them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void survivesDamageUnderneathTheChecksums(long seed) {
    RandomGenerator random = new Random(seed);
    RandomSeries any = new RandomSeries(random);
    for (int run = 0; run < 500; run++) {
      List<DataPoint> points = any.next("m").points();
      Sink values = Section.values(new Series("m", points));
      byte[] hostile = hostile(values.toBytes(), random);
      readsOrRefuses(() -> Section.read(Source.of(hostile, 0, hostile.length), points.size()));
      byte[] times = hostile(Timeline.between(Timeline.of(points)).toBytes(), random);
      readsOrRefuses(() -> Longs.read(Source.of(times, 0, times.length), points.size()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void survivesHeadsWithARightChecksum(long seed) {
    RandomGenerator random = new Random(seed);
    for (int run = 0; run < 1500; run++) {
      byte[] head = new byte[1 + random.nextInt(30)];
      random.nextBytes(head);
      head[0] = BlockSink.VERSION;
      for (int i = 1; i < head.length; i++) {
        head[i] &= random.nextBoolean() ? (byte) 3 : (byte) -1;
      }
      byte[] block =
          ByteBuffer.allocate(head.length + 4)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(head)
              .putInt(Source.checksum(head, 0, head.length))
              .array();
      readsOrRefuses(() -> readAll(block));
    }
  }

  private interface Reading {
    Object read() throws DamagedBlock;
  }

  private static void readsOrRefuses(Reading reading) {
    try {
      assertThat(reading.read()).isNotNull();
    } catch (DamagedBlock damaged) {
      assertThat(damaged).hasMessageMatching("[a-z ']+");
    } catch (RuntimeException | Error other) {
      fail("neither read nor refused", other);
    }
  }

  private static byte[] hostile(byte[] bytes, RandomGenerator random) {
    byte[] hostile =
        random.nextInt(4) > 0
            ? bytes.clone()
            : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    for (int left = random.nextInt(4); left >= 0 && hostile.length > 0; left--) {
      // Heads of columns are at the front, and that is where damage does most.
      int reach = random.nextBoolean() ? hostile.length : Math.min(hostile.length, 16);
      int at = random.nextInt(reach);
      hostile[at] =
          (byte) (random.nextBoolean() ? random.nextInt() : hostile[at] ^ (1 << random.nextInt(8)));
    }
    return hostile;
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
    return flipped;
  }

  private static List<DataPoint> readAll(byte[] bytes) throws DamagedBlock {
    List<DataPoint> points = new ArrayList<>();
    for (Section section : Block.open(bytes).sections()) {
      points.addAll(section.points());
    }
    return points;
  }

  private static List<Series> series(RandomGenerator random) {
    RandomSeries any = new RandomSeries(random);
    return List.of(any.next("a"), any.next("b"));
  }
}
