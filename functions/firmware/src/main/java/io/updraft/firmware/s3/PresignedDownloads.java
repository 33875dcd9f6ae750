package io.updraft.firmware.s3;

import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.lambda.Environment;
import io.updraft.s3.Encoded;
import io.updraft.s3.StoreAccess;
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
    return new PresignedDownloads(StoreAccess.of(environment, "FIRMWARE_BUCKET"));
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
                                .responseContentDisposition(Encoded.attachment(file.filename()))));
    return URI.create(signed.url().toString());
  }
}
