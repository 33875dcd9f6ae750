package io.updraft.telemetry.lineprotocol;

/** A line that can't be read. */
final class BadLine extends Exception {
  private final String reason;

  BadLine(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /**
   * @param column where in the line, counted from 0
   */
  BadLine(int column, String reason) {
    this("%s at column %d".formatted(reason, column + 1));
  }

  /** What is wrong, and where in the line. */
  String reason() {
    return reason;
  }
}
