package io.updraft.firmware.s3;

import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.Addresses.PartAddress;
import io.updraft.firmware.domain.IncomingBytes.Parts;
import io.updraft.firmware.domain.Ticket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigns where clients put bytes; valid until the upload ends. */
final class UploadAddresses {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final S3Presigner presigner;
  private final String bucket;
  private final long partSize;
  private final Clock clock;

  UploadAddresses(S3Presigner presigner, String bucket, long partSize, Clock clock) {
    this.presigner = presigner;
    this.bucket = bucket;
    this.partSize = partSize;
    this.clock = clock;
  }

  Addresses of(Ticket ticket, long size, Parts wanted) {
    return switch (ticket.upload().way()) {
      case SINGLE -> new Addresses.Single(single(ticket, size), Map.of());
      case MULTIPART -> new Addresses.Multipart(partSize, parts(ticket, size, wanted));
      case DIRECT -> throw new IllegalArgumentException("these bytes come through the function");
    };
  }

  /** The length is signed: the store refuses a body of another one. */
  private URI single(Ticket ticket, long size) {
    var signed =
        presigner.presignPutObject(
            p ->
                p.signatureDuration(validity(ticket))
                    .putObjectRequest(
                        r ->
                            r.bucket(bucket)
                                .key(ObjectKeys.incoming(ticket.place()))
                                .contentLength(size)));
    return URI.create(signed.url().toString());
  }

  private List<PartAddress> parts(Ticket ticket, long size, Parts wanted) {
    int total = Math.toIntExact((size + partSize - 1) / partSize);
    int last = Math.min(total, wanted.first() + wanted.count() - 1);
    return IntStream.rangeClosed(wanted.first(), last)
        .mapToObj(number -> new PartAddress(number, part(ticket, number)))
        .toList();
  }

  private URI part(Ticket ticket, int number) {
    var signed =
        presigner.presignUploadPart(
            p ->
                p.signatureDuration(validity(ticket))
                    .uploadPartRequest(
                        r ->
                            r.bucket(bucket)
                                .key(ObjectKeys.incoming(ticket.place()))
                                .uploadId(ticket.upload().multipartId())
                                .partNumber(number)));
    return URI.create(signed.url().toString());
  }

  private Duration validity(Ticket ticket) {
    Duration left = Duration.between(clock.instant(), ticket.upload().expiresAt());
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }
}
