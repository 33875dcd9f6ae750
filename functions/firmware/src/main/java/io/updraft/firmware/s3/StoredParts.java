package io.updraft.firmware.s3;

import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Ticket;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Part;

/** The parts of a multipart upload that have arrived, by their numbers. */
record StoredParts(Map<Integer, Part> parts) {

  static StoredParts of(S3Client client, String bucket, Ticket ticket) {
    return new StoredParts(
        client
            .listPartsPaginator(
                r ->
                    r.bucket(bucket)
                        .key(ObjectKeys.incoming(ticket.place()))
                        .uploadId(ticket.upload().multipartId()))
            .parts()
            .stream()
            .collect(Collectors.toMap(Part::partNumber, Function.identity())));
  }

  /**
   * Whether those that a client names are here, and have so many bytes in all. A store would make a
   * shorter file of fewer parts without a word.
   */
  boolean make(long size, List<IncomingBytes.Part> named) {
    long bytes = 0;
    for (IncomingBytes.Part part : named) {
      Part stored = parts.get(part.number());
      if (stored == null || !bare(stored.eTag()).equals(bare(part.etag()))) {
        return false;
      }
      bytes += stored.size();
    }
    return bytes == size;
  }

  private static String bare(String etag) {
    return etag.replace("\"", "");
  }
}
