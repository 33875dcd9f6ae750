package io.updraft.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The three hashes of bytes that go by. */
final class Hashes {
  private final Map<String, MessageDigest> digests = new HashMap<>();
  private final Map<String, String> results = new HashMap<>();

  Hashes() {
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      digests.put(algorithm, digest(algorithm));
    }
  }

  void add(byte[] bytes, int length) {
    digests.values().forEach(digest -> digest.update(bytes, 0, length));
  }

  void addAll(InputStream bytes) throws IOException {
    byte[] buffer = new byte[64 << 10];
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      add(buffer, count);
    }
  }

  /** After the last byte. */
  void end() {
    digests.forEach(
        (algorithm, digest) -> results.put(algorithm, HexFormat.of().formatHex(digest.digest())));
  }

  String hex(String algorithm) {
    return results.getOrDefault(algorithm, "not ended");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
