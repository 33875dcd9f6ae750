package io.updraft.firmware.s3;

import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Ticket;
import io.updraft.s3.S3Calls;
import io.updraft.s3.StoreAccess;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Bytes on their way in, under {@code incoming/{organization}/{upload}}. */
public final class S3IncomingBytes implements IncomingBytes {
  private final S3Client client;
  private final String bucket;
  private final UploadAddresses addresses;

  /**
   * Takes bytes into one bucket.
   *
   * @param partSize bytes of every part but the last
   */
  public S3IncomingBytes(StoreAccess access, S3Client client, long partSize, Clock clock) {
    this.client = client;
    this.bucket = access.bucket();
    this.addresses = new UploadAddresses(access.presigner(), bucket, partSize, clock);
  }

  @Override
  public String openMultipart(Place place) {
    return S3Calls.reached(
        () ->
            client
                .createMultipartUpload(r -> r.bucket(bucket).key(ObjectKeys.incoming(place)))
                .uploadId());
  }

  @Override
  public Addresses addresses(Ticket ticket, long size, Parts parts) {
    return addresses.of(ticket, size, parts);
  }

  @Override
  public Assembly assemble(Ticket ticket, long size, List<Part> parts) {
    List<CompletedPart> completed =
        parts.stream()
            .sorted(Comparator.comparingInt(Part::number))
            .map(p -> CompletedPart.builder().partNumber(p.number()).eTag(p.etag()).build())
            .toList();
    boolean whole =
        S3Calls.unlessMissing(() -> StoredParts.of(client, bucket, ticket))
            .map(stored -> stored.make(size, parts))
            .orElse(true); // An upload that is not there was put together before.
    return whole ? S3Calls.reached(() -> assembled(ticket, completed)) : Assembly.PARTS_DO_NOT_FIT;
  }

  private Assembly assembled(Ticket ticket, List<CompletedPart> parts) {
    try {
      client.completeMultipartUpload(
          r ->
              r.bucket(bucket)
                  .key(ObjectKeys.incoming(ticket.place()))
                  .uploadId(ticket.upload().multipartId())
                  .multipartUpload(m -> m.parts(parts)));
      return Assembly.ASSEMBLED;
    } catch (NoSuchUploadException assembledBefore) {
      return Assembly.ASSEMBLED;
    } catch (S3Exception refused) {
      if (refused.statusCode() == 404) {
        return Assembly.ASSEMBLED;
      }
      if (refused.statusCode() == 400) {
        return Assembly.PARTS_DO_NOT_FIT;
      }
      throw refused;
    }
  }

  @Override
  public Optional<String> version(Place place) {
    return S3Calls.unlessMissing(
        () -> client.headObject(r -> r.bucket(bucket).key(ObjectKeys.incoming(place))).eTag());
  }

  @Override
  public <T> Optional<T> read(Place place, String version, Reader<T> reader) {
    return S3Calls.unlessMissing(
        () ->
            readAll(
                client.getObject(
                    r -> r.bucket(bucket).key(ObjectKeys.incoming(place)).ifMatch(version)),
                reader));
  }

  private static <T> T readAll(ResponseInputStream<GetObjectResponse> bytes, Reader<T> reader) {
    try {
      return reader.read(bytes);
    } catch (IOException broken) {
      throw S3Calls.unavailable(broken);
    } finally {
      // Closing would first read what is left, which is much when a reader has stopped early.
      bytes.abort();
    }
  }

  @Override
  public void discard(Place place, Optional<String> multipartId) {
    String key = ObjectKeys.incoming(place);
    multipartId.ifPresent(id -> abort(key, id));
    var _ = S3Calls.unlessMissing(() -> client.deleteObject(r -> r.bucket(bucket).key(key)));
  }

  private void abort(String key, String multipartId) {
    var _ =
        S3Calls.unlessMissing(
            () ->
                client.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(multipartId)));
  }
}
