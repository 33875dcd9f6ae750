package io.updraft.fleet.device;

import io.updraft.fleet.http.ObjectStore;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * One file on its way to a device: fetched range by range, hashed as it comes and not kept. Where
 * it is cut off it goes on from the last byte, also at another address.
 */
final class Download {
  private static final int RANGES = 4;
  private static final int BUFFER = 32 << 10;
  private static final int MOST_CUTS = 5;

  private final ObjectStore store;
  private final Traffic traffic;
  private final Patience patience;
  private final long size;
  private final MessageDigest digest = newDigest();
  private long received;
  private boolean toBreak;
  private boolean wrongSize;
  private String sha256 = "";

  /**
   * A download of which nothing is there.
   *
   * @param size bytes
   * @param toBreak whether the device itself drops the connection once, in the middle
   */
  Download(ObjectStore store, Traffic traffic, Patience patience, long size, boolean toBreak) {
    this.store = store;
    this.traffic = traffic;
    this.patience = patience;
    this.size = size;
    this.toBreak = toBreak;
  }

  boolean complete() {
    return received == size || wrongSize;
  }

  /** In percent. */
  double progress() {
    return Math.floor(received * 10_000.0 / size) / 100;
  }

  /** Whether size and SHA-256 of what is complete are those that were announced. */
  boolean matches(String announced) {
    // A digest can be read once only, and a device may come back to this point.
    if (sha256.isEmpty()) {
      sha256 = HexFormat.of().formatHex(digest.digest());
    }
    return !wrongSize && announced.equalsIgnoreCase(sha256);
  }

  /**
   * Fetches the next range.
   *
   * @return false where the address does not serve, so that the device must ask for another
   */
  boolean fetchRange(URI address) throws InterruptedException {
    long last = Math.min(received + rangeSize(), size) - 1;
    Patience.Waits waits = patience.waits();
    for (int cuts = 0; cuts < MOST_CUTS && received <= last && !wrongSize; cuts++) {
      try {
        if (store.read(address, received, last, (b, range) -> take(b, range, last))
            instanceof ObjectStore.Range.NotServed) {
          return false;
        }
      } catch (IOException cutOff) {
        traffic.resumed();
        waits.pause(Duration.ZERO);
      }
    }
    return received > last || wrongSize;
  }

  private long rangeSize() {
    return Math.ceilDiv(size, RANGES);
  }

  private void take(InputStream bytes, String contentRange, long last) throws IOException {
    wrongSize = !contentRange.endsWith("/" + size);
    if (wrongSize) {
      return;
    }
    byte[] buffer = new byte[BUFFER];
    while (received <= last) {
      breakInTheMiddle();
      int count = bytes.read(buffer, 0, (int) Math.min(buffer.length, until(last)));
      if (count < 0) {
        throw new IOException("broke off after %d of %d bytes".formatted(received, size));
      }
      digest.update(buffer, 0, count);
      received += count;
      traffic.received(count);
    }
  }

  /** Up to the middle as long as it is to break there, so that it does exactly there. */
  private long until(long last) {
    return (toBreak ? Math.min(last + 1, Math.max(received + 1, size / 2)) : last + 1) - received;
  }

  private void breakInTheMiddle() throws IOException {
    if (toBreak && received >= size / 2) {
      toBreak = false;
      throw new IOException("dropped in the middle, as was asked for");
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
