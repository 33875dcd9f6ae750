package io.updraft.firmware.s3;

import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import io.updraft.lambda.Environment;
import io.updraft.s3.DownloadAddresses;
import io.updraft.s3.StoreAccess;
import java.net.URI;
import java.time.Duration;

/** Addresses of kept bytes, presigned without a call. */
public final class PresignedDownloads implements FirmwareDownloads {
  private final DownloadAddresses addresses;

  PresignedDownloads(StoreAccess access) {
    this.addresses = new DownloadAddresses(access);
  }

  public static PresignedDownloads of(Environment environment) {
    return new PresignedDownloads(StoreAccess.of(environment, "FIRMWARE_BUCKET"));
  }

  @Override
  public URI url(FirmwareFile file, Duration validity) {
    return addresses.of(file.objectKey(), file.filename(), validity);
  }

  @Override
  public URI headUrl(FirmwareFile file, Duration validity) {
    return addresses.ofHead(file.objectKey(), validity);
  }
}
