package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Move;
import io.updraft.campaign.memory.MemoryFleet;
import io.updraft.campaign.memory.MemoryUpdates;
import io.updraft.campaign.memory.MemoryUpdates.Back;
import io.updraft.campaign.memory.MemoryUpdates.Entry;
import io.updraft.campaign.memory.MemoryUpdates.State;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What the devices of a campaign do, by chance: finish, fail, fall silent, try again, go back. */
final class ActingDevices {
  private final SplittableRandom random;
  private final MemoryUpdates updates;
  private final MemoryFleet fleet;
  private final boolean blueGreen;
  private final double failing;
  private final Supplier<Optional<Move.Gate>> gate;

  ActingDevices(
      SplittableRandom random,
      MemoryUpdates updates,
      MemoryFleet fleet,
      boolean blueGreen,
      double failing,
      Supplier<Optional<Move.Gate>> gate) {
    this.random = random;
    this.updates = updates;
    this.fleet = fleet;
    this.blueGreen = blueGreen;
    this.failing = failing;
    this.gate = gate;
  }

  void act() {
    List<String> backs =
        updates.backs().entrySet().stream()
            .filter(e -> e.getValue() == Back.RUNNING)
            .map(e -> e.getKey())
            .sorted()
            .toList();
    List<Entry> running =
        updates.where(
            e ->
                e.state().compareTo(State.CREATED) > 0 && e.state().compareTo(State.COMPLETED) < 0);
    if (!backs.isEmpty() && random.nextBoolean()) {
      String one = backs.get(random.nextInt(backs.size()));
      updates.back(one, random.nextInt(5) == 0 ? Back.FAILED : Back.DONE);
    } else if (!running.isEmpty()) {
      act(running.get(random.nextInt(running.size())));
    }
  }

  private void act(Entry entry) {
    if (entry.cancelling() && random.nextBoolean()) {
      updates.set(entry.updateId(), State.CANCELLED);
      return;
    }
    switch (entry.state()) {
      case SCHEDULED -> scheduled(entry);
      case ON_DEVICE -> onDevice(entry);
      case INSTALLED -> installed(entry);
      case RETRYING -> updates.set(entry.updateId(), State.SCHEDULED);
      case CREATED, COMPLETED, FAILED, CANCELLED -> throw new AssertionError(entry);
    }
  }

  private void scheduled(Entry entry) {
    if (!entry.silent() && random.nextInt(10) == 0) {
      updates.silence(entry.updateId());
    } else if (!entry.silent()) {
      updates.set(entry.updateId(), State.ON_DEVICE);
    } else if (random.nextInt(3) == 0) {
      onDevice(entry);
    }
  }

  private void onDevice(Entry entry) {
    if (random.nextDouble() < failing) {
      boolean retried = !entry.silent() && !entry.cancelling() && random.nextInt(3) == 0;
      updates.set(entry.updateId(), retried ? State.RETRYING : State.FAILED);
    } else if (blueGreen && gate.get().filter(g -> g == Move.Gate.OPEN).isEmpty()) {
      updates.set(entry.updateId(), State.INSTALLED);
    } else {
      completed(entry);
    }
  }

  private void installed(Entry entry) {
    if (gate.get().filter(g -> g == Move.Gate.OPEN).isPresent()) {
      completed(entry);
    }
  }

  private void completed(Entry entry) {
    updates.set(entry.updateId(), State.COMPLETED);
    fleet.runs(entry.deviceId(), "2.0.0");
  }
}
