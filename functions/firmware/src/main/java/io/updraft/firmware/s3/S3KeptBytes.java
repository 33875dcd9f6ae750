package io.updraft.firmware.s3;

import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.domain.Place;
import io.updraft.s3.Encoded;
import io.updraft.s3.S3Calls;
import io.updraft.s3.StoreAccess;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/** Verified bytes, under {@code firmware/{organization}/{firmware_id}/{filename}}. */
public final class S3KeptBytes implements KeptBytes {
  private static final String CONTENT_TYPE = "application/octet-stream";

  private final S3Client client;
  private final String bucket;

  public S3KeptBytes(StoreAccess access, S3Client client) {
    this.client = client;
    this.bucket = access.bucket();
  }

  @Override
  public String key(Firmware firmware) {
    return ObjectKeys.kept(firmware);
  }

  @Override
  public boolean keep(Place place, String version, Firmware firmware, Digests digests) {
    return S3Calls.unlessMissing(
            () ->
                client.copyObject(
                    r ->
                        r.sourceBucket(bucket)
                            .sourceKey(ObjectKeys.incoming(place))
                            .copySourceIfMatch(version)
                            .destinationBucket(bucket)
                            .destinationKey(key(firmware))
                            .metadataDirective(MetadataDirective.REPLACE)
                            .contentType(CONTENT_TYPE)
                            .metadata(metadata(firmware, digests))))
        .isPresent();
  }

  @Override
  public void store(byte[] bytes, Firmware firmware, Digests digests) {
    String sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digests.sha256()));
    var _ =
        S3Calls.reached(
            () ->
                client.putObject(
                    r ->
                        r.bucket(bucket)
                            .key(key(firmware))
                            .contentType(CONTENT_TYPE)
                            .checksumSHA256(sha256)
                            .metadata(metadata(firmware, digests)),
                    RequestBody.fromBytes(bytes)));
  }

  @Override
  public void remove(String key) {
    var _ = S3Calls.unlessMissing(() -> client.deleteObject(r -> r.bucket(bucket).key(key)));
  }

  private static Map<String, String> metadata(Firmware firmware, Digests digests) {
    Declaration declared = firmware.declaration();
    return Map.of(
        "version", declared.version().text(),
        "device-model", Encoded.percent(declared.deviceModel()),
        "sha256", digests.sha256());
  }
}
