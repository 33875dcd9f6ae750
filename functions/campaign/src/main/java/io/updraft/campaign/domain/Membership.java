package io.updraft.campaign.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A device's place in one campaign, as a pure function of the two: the same at each evaluation, and
 * not to be foreseen without the campaign's id.
 */
public final class Membership {
  private static final int SHARES = 10_000;

  private final byte[] hash;

  private Membership(byte[] hash) {
    this.hash = hash;
  }

  public static Membership of(String campaignId, String deviceId) {
    byte[] text = (campaignId + "#" + deviceId).getBytes(StandardCharsets.UTF_8);
    try {
      return new Membership(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the device is in this share of the fleet; a larger share has all of a smaller one. */
  public boolean within(int percentage) {
    long number = 0;
    for (int i = 0; i < 7; i++) {
      number = number << Byte.SIZE | (hash[i] & 0xff);
    }
    return number % SHARES < percentage * (SHARES / 100L);
  }

  /** The id of the update: one device can't have two of one campaign, however often it is named. */
  public String updateId(Instant started) {
    byte[] unique = new byte[TimeSortedId.UNIQUE_BYTES];
    System.arraycopy(hash, hash.length - unique.length, unique, 0, unique.length);
    return TimeSortedId.of("upd_", started, unique);
  }
}
