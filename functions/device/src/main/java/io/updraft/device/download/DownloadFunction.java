package io.updraft.device.download;

import io.updraft.device.domain.Devices;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Where the bytes are. */
public final class DownloadFunction extends HttpFunction {
  public DownloadFunction() {
    this(Environment.current());
  }

  private DownloadFunction(Environment environment) {
    this(environment, DeviceStores.from(environment));
  }

  private DownloadFunction(Environment environment, DeviceStores stores) {
    this(
        stores.devices(),
        stores.firmware().clearances(),
        PublishedFirmware.downloads(environment),
        Clock.systemUTC());
  }

  DownloadFunction(
      Devices devices, Clearances clearances, FirmwareDownloads downloads, Clock clock) {
    super(
        Routes.routes(clock)
            .route(
                "GET /api/v1/ota/firmware/{firmware_id}/download",
                Access.usersOrDevice().scope("firmware:read"),
                new DownloadHandler(new GetDownload(devices, clearances), downloads, clock))
            .build());
  }
}
