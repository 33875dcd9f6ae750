package io.updraft.fleet.device;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What the fleet is made of.
 *
 * @param size how many devices
 * @param prefix of their ids, which end in a number from 1 on
 * @param group the one that all are members of
 * @param failShare the share of the devices whose installations fail, 0..1
 * @param breakShare the share of the devices whose downloads break once, 0..1
 * @param pollInterval between two polls, give or take a tenth
 * @param installTime how long an installation takes
 * @param rate how many devices join each second
 * @param seed decides which devices fail and break; the same seed, the same devices
 */
public record FleetPlan(
    int size,
    String prefix,
    String model,
    String group,
    double failShare,
    double breakShare,
    Duration pollInterval,
    Duration installTime,
    double rate,
    long seed) {

  /** The ids, in the order in which the devices join. */
  public List<String> ids() {
    return IntStream.rangeClosed(1, size).mapToObj(n -> prefix + "-" + n).toList();
  }

  /** The traits, in the order of {@link #ids()}; the shares are kept exactly. */
  public List<Traits> traits() {
    Random random = new Random(seed);
    BitSet failing = drawn(random, failures());
    BitSet breaking = drawn(random, Math.toIntExact(Math.round(size * breakShare)));
    return IntStream.range(0, size)
        .mapToObj(i -> new Traits(failing.get(i), breaking.get(i)))
        .toList();
  }

  /** How many devices fail. */
  public int failures() {
    return Math.toIntExact(Math.round(size * failShare));
  }

  private BitSet drawn(Random random, int count) {
    BitSet drawn = new BitSet(size);
    while (drawn.cardinality() < count) {
      drawn.set(random.nextInt(size));
    }
    return drawn;
  }
}
