package io.updraft.firmware.domain;

import java.time.Instant;

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
    Instant createdAt) {}
