package io.updraft.firmware.rig;

import io.updraft.firmware.domain.Digests;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Firmware to upload. */
public final class Samples {
  private Samples() {}

  /** Bytes that no two seeds have in common. */
  public static byte[] bytes(int seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A declaration of these bytes with nothing optional in it. */
  public static Map<String, Object> declaration(String version, byte[] bytes) {
    return new TreeMap<>(
        Map.of(
            "name", "gateway",
            "version", version,
            "device_model", "GW-2",
            "manufacturer", "Acme",
            "filename", "gateway.bin",
            "file_size", bytes.length));
  }

  public static String sha256(byte[] bytes) {
    return Digests.of(bytes).sha256();
  }
}
