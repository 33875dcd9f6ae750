package io.updraft.telemetry.block;

/** Bytes are not a block, or not any more: cut off, altered, or of a version not known here. */
public final class DamagedBlock extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedBlock(String message) {
    super(message);
  }
}
