package io.updraft.firmware.domain;

/** Bytes at their final place, which nobody outside can write. */
public interface KeptBytes {
  /** Where the bytes of a firmware are kept. */
  String key(Firmware firmware);

  /** Copies that version within the store; false where it is not there any more. */
  boolean keep(Place place, String version, Firmware firmware, Digests digests);

  void store(byte[] bytes, Firmware firmware, Digests digests);

  /** Done again it changes nothing. */
  void remove(String key);
}
