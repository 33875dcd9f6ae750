package io.updraft.live.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credential of one connection: it names the subscription, so that no index is needed to find
 * it, and a secret of 256 random bits in hex. So much entropy needs no salt and no slow hash.
 */
public record LiveToken(String organization, SubscriptionId subscription, String secret) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{1,400})\\.(sub_[0-9A-Z]{26})\\.([0-9a-f]{64})");

  /** The token, if the text has the form of one. */
  public static Optional<LiveToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? read(matcher) : Optional.empty();
  }

  private static Optional<LiveToken> read(Matcher matcher) {
    try {
      byte[] organization = Base64.getUrlDecoder().decode(matcher.group(1));
      return SubscriptionId.parse(matcher.group(2))
          .map(
              id ->
                  new LiveToken(
                      new String(organization, StandardCharsets.UTF_8), id, matcher.group(3)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The text that is shown once and never stored. */
  public String reveal() {
    byte[] bytes = organization.getBytes(StandardCharsets.UTF_8);
    String named = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return named + "." + subscription + "." + secret;
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
    return "token of " + subscription;
  }
}
