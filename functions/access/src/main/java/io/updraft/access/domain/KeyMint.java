package io.updraft.access.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes API keys. */
public final class KeyMint {
  private static final int SECRET_BYTES = 32;
  private static final int TIME_DIGITS = 9;
  private static final int RANDOM_DIGITS = 12;
  private static final int RADIX = Character.MAX_RADIX;

  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param random must be unpredictable, a {@link java.security.SecureRandom}, anywhere but in
   *     tests
   */
  public KeyMint(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * A new key, not kept anywhere yet.
   *
   * @param expiresAt cut to whole seconds, which is what time to live counts in
   */
  public MintedKey mint(
      OrganizationId organization,
      Grant grant,
      @Nullable String name,
      String createdBy,
      @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant expiry = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.SECONDS);
    KeyId id = id(now);
    return new MintedKey(
        new ApiKey(id, organization, grant, name, createdBy, now, expiry),
        new KeyText(id, secret()));
  }

  private KeyId id(Instant now) {
    StringBuilder id = new StringBuilder(Long.toString(now.toEpochMilli(), RADIX));
    id.insert(0, "0".repeat(TIME_DIGITS - id.length()));
    random.ints(RANDOM_DIGITS, 0, RADIX).forEach(d -> id.append(Character.forDigit(d, RADIX)));
    return new KeyId(id.toString());
  }

  private String secret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
