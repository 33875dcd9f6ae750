package io.updraft.device.domain;

import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.FirmwareFile;
import java.net.URI;
import java.time.Duration;

/** Addresses that tell what they were made for. */
public final class FakeDownloads implements FirmwareDownloads {
  @Override
  public URI url(FirmwareFile file, Duration validity) {
    return URI.create("https://store.example/" + file.filename().replace(" ", "%20"));
  }

  @Override
  public URI headUrl(FirmwareFile file, Duration validity) {
    return URI.create("https://store.example/head/" + file.filename().replace(" ", "%20"));
  }
}
