package io.updraft.fleet.bench;

/**
 * What a hawkBit server needs for the same on such a machine, and how much less is aimed at.
 *
 * @param low CPU seconds per 1,000, the lowest that was seen; {@code high} the highest
 * @param share of the lowest that is aimed at
 */
record Reference(double low, double high, double share) {
  static final Reference POLL = new Reference(2.0, 2.8, 1.0 / 10);
  static final Reference CYCLE = new Reference(19, 19, 1.0 / 3);

  double aim() {
    return low * share;
  }

  String range() {
    return low == high ? "%.1f".formatted(low) : "%.1f-%.1f".formatted(low, high);
  }
}
