package io.updraft.outbox.domain;

import io.updraft.outbox.domain.Published.Stopped;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which events of a batch are dealt with. */
final class BatchProgress {
  private final int size;
  private final BitSet settled = new BitSet();
  private int setAside;
  private @Nullable Instant newest;
  private @Nullable String stopped;

  BatchProgress(int size) {
    this.size = size;
  }

  void acknowledged(int position, Instant committed) {
    settled.set(position);
    newest = newest == null || committed.isAfter(newest) ? committed : newest;
  }

  void setAside(int position) {
    settled.set(position);
    setAside++;
  }

  /** The first reason counts: those after it mostly follow from it. */
  void stop(String reason) {
    stopped = stopped == null ? reason : stopped;
  }

  boolean isStopped() {
    return stopped != null;
  }

  Published result() {
    return new Published(settled.cardinality() - setAside, setAside, newest, stopped());
  }

  private @Nullable Stopped stopped() {
    int first = settled.nextClearBit(0);
    return stopped == null || first >= size ? null : new Stopped(first, stopped);
  }
}
