package io.updraft.telemetry.s3;

import io.updraft.lambda.Environment;
import io.updraft.s3.DownloadAddresses;
import io.updraft.s3.S3Calls;
import io.updraft.s3.StoreAccess;
import io.updraft.telemetry.export.Export;
import io.updraft.telemetry.export.ExportFiles;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Under {@code exports/{organization}/{export_id}.csv}; the bucket removes them after a day. */
public final class S3ExportFiles implements ExportFiles {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final DownloadAddresses addresses;
  private final String bucket;

  public S3ExportFiles(StoreAccess access) {
    this.client = access.client();
    this.addresses = new DownloadAddresses(access);
    this.bucket = access.bucket();
  }

  /** In the bucket that {@code EXPORTS_BUCKET} names; further settings as {@link StoreAccess}. */
  public static S3ExportFiles from(Environment environment) {
    return new S3ExportFiles(StoreAccess.of(environment, "EXPORTS_BUCKET"));
  }

  @Override
  public String begin(Export export) {
    return S3Calls.reached(
        () ->
            client
                .createMultipartUpload(
                    r -> r.bucket(bucket).key(key(export)).contentType("text/csv; charset=utf-8"))
                .uploadId());
  }

  @Override
  public String put(Export export, String uploadId, int number, byte[] part) {
    return S3Calls.reached(
        () ->
            client
                .uploadPart(
                    r -> r.bucket(bucket).key(key(export)).uploadId(uploadId).partNumber(number),
                    RequestBody.fromBytes(part))
                .eTag());
  }

  @Override
  public boolean complete(Export export, String uploadId, List<String> parts) {
    List<CompletedPart> numbered =
        IntStream.range(0, parts.size())
            .mapToObj(i -> CompletedPart.builder().partNumber(i + 1).eTag(parts.get(i)).build())
            .toList();
    return S3Calls.reached(() -> completed(export, uploadId, numbered)) || isThere(export);
  }

  /** False too where it was completed before: then the upload is not there any more. */
  private boolean completed(Export export, String uploadId, List<CompletedPart> parts) {
    try {
      client.completeMultipartUpload(
          r ->
              r.bucket(bucket)
                  .key(key(export))
                  .uploadId(uploadId)
                  .multipartUpload(m -> m.parts(parts)));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == NOT_FOUND || refused.statusCode() == BAD_REQUEST) {
        return false;
      }
      throw refused;
    }
  }

  private boolean isThere(Export export) {
    Optional<Long> size =
        S3Calls.unlessMissing(
            () -> client.headObject(r -> r.bucket(bucket).key(key(export))).contentLength());
    return size.filter(bytes -> bytes == export.progress().size()).isPresent();
  }

  @Override
  public void discard(Export export) {
    String upload = export.progress().uploadId();
    if (upload != null) {
      var _ =
          S3Calls.unlessMissing(
              () ->
                  client.abortMultipartUpload(
                      r -> r.bucket(bucket).key(key(export)).uploadId(upload)));
    }
  }

  @Override
  public URI url(Export export, Duration validity) {
    return addresses.of(key(export), export.exportId() + ".csv", validity);
  }

  private static String key(Export export) {
    return "exports/%s/%s.csv".formatted(export.organization(), export.exportId());
  }
}
