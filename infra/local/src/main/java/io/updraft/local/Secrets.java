package io.updraft.local;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Makes the credentials of the S3 server. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ACCESS_KEY_BYTES = 8;
  private static final int SECRET_KEY_BYTES = 30;

  private Secrets() {}

  static String newAccessKey() {
    return "LOCAL" + HexFormat.of().formatHex(random(ACCESS_KEY_BYTES)).toUpperCase(Locale.ROOT);
  }

  static String newSecretKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_KEY_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
