package io.updraft.firmware.domain;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A key that firmware signatures are checked against.
 *
 * @param signingKeyId derived from the key itself, so that the same key has the same id
 * @param publicKey PEM
 */
public record SigningKey(
    String signingKeyId,
    String organization,
    String name,
    PublicKeyPem publicKey,
    String createdBy,
    Instant createdAt) {
  /** Digits of the fingerprint; enough that no two keys of an organization meet. */
  private static final int DIGITS = 24;

  private static final Pattern ID = Pattern.compile("key_[0-9a-f]{" + DIGITS + "}");

  /** The id of a key. */
  public static String idOf(PublicKeyPem publicKey) {
    return "key_" + publicKey.fingerprint().substring(0, DIGITS);
  }

  /** Whether a text that a client sent can be an id at all. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
