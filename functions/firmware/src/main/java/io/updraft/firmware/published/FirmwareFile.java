package io.updraft.firmware.published;

import org.jspecify.annotations.Nullable;

/**
 * The verified bytes of an available firmware, as a device is told of them.
 *
 * @param size bytes
 * @param md5 lower-case hex, as are {@code sha1} and {@code sha256}
 * @param signature Base64 over the 32 bytes of the SHA-256, or null where none was given
 * @param objectKey where the store keeps them
 */
public record FirmwareFile(
    String filename,
    long size,
    String md5,
    String sha1,
    String sha256,
    @Nullable String signature,
    @Nullable String signingKeyId,
    String objectKey) {}
