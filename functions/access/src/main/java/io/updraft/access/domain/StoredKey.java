package io.updraft.access.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** An API key as it is kept: with the hash of its secret. */
public record StoredKey(ApiKey key, String secretHash) {

  /** Whether the secret is this key's; takes as long for a near miss as for any other. */
  public boolean opensWith(KeyText presented) {
    return MessageDigest.isEqual(bytes(secretHash), bytes(presented.hash()));
  }

  private static byte[] bytes(String hex) {
    return hex.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "StoredKey[" + key + "]";
  }
}
