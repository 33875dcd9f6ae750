package io.updraft.access.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its owner holds it: {@code upk_<key id>_<secret>}, the secret being 256 random bits
 * in 64 hex digits. So much entropy needs no salt and no slow hash.
 */
public record KeyText(KeyId id, String secret) {
  private static final Pattern FORM = Pattern.compile("upk_(" + KeyId.FORM + ")_([0-9a-f]{64})");

  /** The key, if the text has the form of one. */
  public static Optional<KeyText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeyText(new KeyId(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** The text that is shown once and never stored. */
  public String reveal() {
    return "upk_" + id.value() + "_" + secret;
  }

  /** SHA-256 of the secret in hex, which is what is stored. */
  public String hash() {
    try {
      byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Hides the secret, since records are logged. */
  @Override
  public String toString() {
    return "upk_" + id.value() + "_…";
  }
}
