package io.updraft.firmware.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of one firmware come in.
 *
 * @param multipartId the store's own id of a multipart upload, which clients never see
 * @param expiresAt when the upload is given up
 */
public record Upload(String uploadId, Way way, @Nullable String multipartId, Instant expiresAt) {

  /** Through the function, by one PUT to the store, or in parts to the store. */
  public enum Way {
    DIRECT,
    SINGLE,
    MULTIPART
  }
}
