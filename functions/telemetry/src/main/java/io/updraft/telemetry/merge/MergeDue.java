package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.MergeStore;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges one device after the other, a few at once. One that fails is tried at the next run. */
final class MergeDue {
  private static final Logger LOG = LoggerFactory.getLogger(MergeDue.class);

  /** Milliseconds that one more round may need. */
  private static final int RESERVE = 15_000;

  private static final int ROUND = 100;
  private static final int AT_ONCE = 4;

  private final MergeStore store;
  private final MergeDevice mergeDevice;
  private final Clock clock;

  MergeDue(MergeStore store, MergeDevice mergeDevice, Clock clock) {
    this.store = store;
    this.mergeDevice = mergeDevice;
    this.clock = clock;
  }

  /**
   * Rounds until nothing new is due.
   *
   * @param remaining milliseconds until the invocation has to end
   */
  void run(IntSupplier remaining) {
    Set<Device> done = new HashSet<>();
    while (remaining.getAsInt() > RESERVE) {
      List<Device> due =
          store.due(clock.instant(), ROUND + done.size()).stream().filter(done::add).toList();
      if (due.isEmpty()) {
        return;
      }
      round(due, remaining);
    }
  }

  private void round(List<Device> due, IntSupplier remaining) {
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      due.forEach(device -> workers.execute(() -> merge(device, remaining)));
    }
  }

  private void merge(Device device, IntSupplier remaining) {
    if (remaining.getAsInt() < RESERVE) {
      return;
    }
    try {
      mergeDevice.merge(device);
    } catch (RuntimeException e) {
      LOG.error("{} of {} was not merged", device.deviceId(), device.organization(), e);
    }
  }
}
