package io.updraft.firmware.s3;

import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses of kept bytes, presigned without a call. */
public final class PresignedDownloads implements FirmwareDownloads {
  private final S3Presigner presigner;
  private final String bucket;

  PresignedDownloads(StoreAccess access) {
    this.presigner = access.presigner();
    this.bucket = access.bucket();
  }

  public static PresignedDownloads of(Environment environment) {
    return new PresignedDownloads(StoreAccess.of(environment));
  }

  @Override
  public URI url(FirmwareFile file, Duration validity) {
    var signed =
        presigner.presignGetObject(
            p ->
                p.signatureDuration(validity)
                    .getObjectRequest(
                        r ->
                            r.bucket(bucket)
                                .key(file.objectKey())
                                .responseContentDisposition(disposition(file.filename()))));
    return URI.create(signed.url().toString());
  }

  private static String disposition(String filename) {
    // RFC 6266: the plain form for old clients, the encoded one for names beyond ASCII.
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(Encoded.plain(filename), Encoded.percent(filename));
  }
}
