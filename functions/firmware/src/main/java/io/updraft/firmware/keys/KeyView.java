package io.updraft.firmware.keys;

import io.updraft.firmware.domain.SigningKey;
import java.time.Instant;

/** A signing key as answers show it. */
record KeyView(
    String signingKeyId,
    String name,
    String algorithm,
    String publicKey,
    String createdBy,
    Instant createdAt) {

  static KeyView of(SigningKey key) {
    return new KeyView(
        key.signingKeyId(),
        key.name(),
        key.publicKey().algorithm().wireName(),
        key.publicKey().text(),
        key.createdBy(),
        key.createdAt());
  }
}
