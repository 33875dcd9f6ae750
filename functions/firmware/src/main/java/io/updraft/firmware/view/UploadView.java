package io.updraft.firmware.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.Addresses.PartAddress;
import io.updraft.firmware.domain.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How a client brings the bytes, as answers show it. */
public sealed interface UploadView {
  /** One PUT of the whole file with these headers. */
  record Put(String method, String url, Map<String, String> headers, Instant expiresAt)
      implements UploadView {}

  /**
   * A PUT for each part.
   *
   * @param partSize bytes of every part but the last
   */
  record Multipart(
      String method, String uploadId, long partSize, List<Part> parts, Instant expiresAt)
      implements UploadView {}

  /** Where one part goes. */
  record Part(int partNumber, String url) {
    static Part of(PartAddress address) {
      return new Part(address.number(), address.url().toString());
    }
  }

  /** A firmware whose bytes are awaited, with the way they come. */
  record Pending(@JsonUnwrapped FirmwareView firmware, UploadView upload) {}

  static UploadView of(Upload upload, Addresses addresses) {
    return switch (addresses) {
      case Addresses.Single single ->
          new Put("PUT", single.url().toString(), single.headers(), upload.expiresAt());
      case Addresses.Multipart multipart ->
          new Multipart(
              "MULTIPART",
              upload.uploadId(),
              multipart.partSize(),
              multipart.parts().stream().map(Part::of).toList(),
              upload.expiresAt());
    };
  }
}
