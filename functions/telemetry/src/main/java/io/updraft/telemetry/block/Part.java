package io.updraft.telemetry.block;

/**
 * Some of the bytes of a block, not yet looked at. A part without bytes has no checksum.
 *
 * @param checksum what they should have
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Part(byte[] block, int from, int length, int checksum) {
  /** The bytes, once they are known to be undamaged. */
  Source open() throws DamagedBlock {
    if (length > 0 && Source.checksum(block, from, length) != checksum) {
      throw new DamagedBlock("a part has another checksum");
    }
    return Source.of(block, from, from + length);
  }

  /** What the head of a block says of a part. */
  static void announce(Sink head, Sink part) {
    head.number(part.size());
    if (part.size() > 0) {
      head.checksum(part.checksum());
    }
  }
}
