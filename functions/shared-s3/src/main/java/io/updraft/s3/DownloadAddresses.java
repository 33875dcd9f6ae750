package io.updraft.s3;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses of objects in one bucket, presigned without a call; they serve ranges. */
public final class DownloadAddresses {
  private final S3Presigner presigner;
  private final String bucket;

  public DownloadAddresses(StoreAccess access) {
    this.presigner = access.presigner();
    this.bucket = access.bucket();
  }

  /**
   * The address of an object.
   *
   * @param filename the name under which whoever downloads it keeps it
   */
  public URI of(String key, String filename, Duration validity) {
    var signed =
        presigner.presignGetObject(
            p ->
                p.signatureDuration(validity)
                    .getObjectRequest(
                        r ->
                            r.bucket(bucket)
                                .key(key)
                                .responseContentDisposition(Encoded.attachment(filename))));
    return URI.create(signed.url().toString());
  }

  /** Where to ask for the size of an object without its bytes: a signature is for one method. */
  public URI ofHead(String key, Duration validity) {
    var signed =
        presigner.presignHeadObject(
            p -> p.signatureDuration(validity).headObjectRequest(r -> r.bucket(bucket).key(key)));
    return URI.create(signed.url().toString());
  }
}
