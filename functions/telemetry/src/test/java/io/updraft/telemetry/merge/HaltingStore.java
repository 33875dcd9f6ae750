package io.updraft.telemetry.merge;

import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.MergeStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A store whose caller is halted before one of its calls, while something else happens. */
final class HaltingStore implements MergeStore {
  private final MergeStore store;
  private final Runnable meanwhile;
  private int left;

  /**
   * Halts once.
   *
   * @param calls that go through before, the reading of the backlog not counted
   */
  HaltingStore(MergeStore store, int calls, Runnable meanwhile) {
    this.store = store;
    this.meanwhile = meanwhile;
    this.left = calls;
  }

  boolean halted() {
    return left < 0;
  }

  private void call() {
    left--;
    if (left == -1) {
      meanwhile.run();
    }
  }

  @Override
  public List<Device> due(Instant now, int limit) {
    return store.due(now, limit);
  }

  @Override
  public Backlog backlog(Device device, Instant horizon, Instant now) {
    return store.backlog(device, horizon, now);
  }

  @Override
  public List<Part> parts(Device device, String metric, long from, long to) {
    call();
    return store.parts(device, metric, from, to);
  }

  @Override
  public boolean write(Device device, String metric, List<Part> pieces, Instant expiresAt) {
    call();
    return store.write(device, metric, pieces, expiresAt);
  }

  @Override
  public boolean close(Backlog merged, Map<String, long[]> ranges, Closing closing) {
    call();
    return store.close(merged, ranges, closing);
  }
}
