package io.updraft.telemetry.aggregate;

/** One interval and what is known of its points. */
final class Slot {
  private final long start;
  private final Tally tally;
  private long count;

  Slot(long start, Tally tally) {
    this.start = start;
    this.tally = tally;
  }

  void take(Sample sample) {
    if (tally.take(sample)) {
      count++;
    }
  }

  long start() {
    return start;
  }

  long count() {
    return count;
  }

  Bucket bucket() {
    return new Bucket(start, tally.value(count), count, tally.error());
  }
}
