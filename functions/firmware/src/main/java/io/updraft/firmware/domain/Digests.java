package io.updraft.firmware.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What one pass over the bytes of a firmware found.
 *
 * @param size bytes
 * @param md5 lower-case hex, as are {@code sha1} and {@code sha256}
 */
public record Digests(long size, String md5, String sha1, String sha256) {
  /** 256 KiB: larger ones gain nothing, and the heap stays small whatever the file. */
  private static final int BUFFER = 256 << 10;

  /** Of bytes that are in memory already. */
  public static Digests of(byte[] bytes) {
    try {
      return of(new ByteArrayInputStream(bytes), Patience.endless()).orElseThrow();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads to the end, unless the patience ends before; then empty. */
  public static Optional<Digests> of(InputStream bytes, Patience patience) throws IOException {
    List<MessageDigest> digests = List.of(digest("MD5"), digest("SHA-1"), digest("SHA-256"));
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      size += read;
      for (MessageDigest digest : digests) {
        digest.update(buffer, 0, read);
      }
      if (patience.isOver()) {
        return Optional.empty();
      }
    }
    List<String> hex = digests.stream().map(d -> HexFormat.of().formatHex(d.digest())).toList();
    return Optional.of(new Digests(size, hex.get(0), hex.get(1), hex.get(2)));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
