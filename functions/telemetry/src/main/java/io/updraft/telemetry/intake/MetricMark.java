package io.updraft.telemetry.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A metric's name in eleven characters, so that a device's own list of them stays small. */
public final class MetricMark {
  /** 64 bits: a thousand names of one device share one with a chance of one in 10^13. */
  private static final int BYTES = 8;

  private MetricMark() {}

  public static String of(String metric) {
    return hash(metric, BYTES);
  }

  /** So many bytes of the SHA-256 of a text, in base64url. */
  public static String hash(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
