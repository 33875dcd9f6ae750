package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.MemoryFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** The devices of a run, in groups, named or found by their model, and which of them are wanted. */
final class RandomFleet {
  private final SplittableRandom random;
  private final MemoryFleet fleet;
  private final List<String> named = new ArrayList<>();
  private final TreeSet<String> wanted = new TreeSet<>();
  private final boolean byModel;

  RandomFleet(SplittableRandom random, MemoryFleet fleet) {
    this.random = random;
    this.fleet = fleet;
    int size = random.nextInt(5) == 0 ? 0 : random.nextInt(160);
    byModel = random.nextInt(3) == 0;
    for (int i = 0; i < size; i++) {
      add("d%03d".formatted(i), random.nextInt(2) == 0);
    }
  }

  Targeting targeting() {
    return new Targeting(
        named.size(),
        List.of("north", "south"),
        byModel ? Examples.ANY_PUMP : null,
        random.nextInt(6) == 0);
  }

  /** One that a dynamic campaign may find later. */
  void grow() {
    add("n%03d".formatted(random.nextInt(20)), false);
  }

  private void add(String id, boolean explicit) {
    boolean grouped = random.nextInt(3) == 0;
    boolean other = random.nextInt(8) == 0;
    fleet.add(
        id,
        other ? "valve" : "pump",
        Examples.firmware().version(),
        null,
        grouped ? new String[] {"north", "south"} : new String[] {});
    if (explicit) {
      named.add(id);
    }
    if (!other && (grouped || explicit || byModel)) {
      wanted.add(id);
    }
  }

  List<String> named() {
    return List.copyOf(named);
  }

  List<String> wanted() {
    return List.copyOf(wanted);
  }
}
