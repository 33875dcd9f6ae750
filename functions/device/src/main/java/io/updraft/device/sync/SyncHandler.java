package io.updraft.device.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.lambda.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/** Every minute, where there is a device service. */
public final class SyncHandler implements RequestStreamHandler {
  private final SyncDevices sync;

  public SyncHandler() {
    this(Environment.current());
  }

  private SyncHandler(Environment environment) {
    this(DeviceStores.from(environment), environment);
  }

  private SyncHandler(DeviceStores stores, Environment environment) {
    this(
        stores.patientClient(environment),
        stores.index(),
        stores.updates(),
        stores.devices(),
        stores.firmware().catalogue(),
        Clock.systemUTC());
  }

  SyncHandler(
      DeviceClient client,
      UpdateIndex index,
      Updates updates,
      Devices devices,
      FirmwareCatalogue catalogue,
      Clock clock) {
    CheckDevice check = new CheckDevice(client, updates, catalogue, clock);
    TellInstalled tell = new TellInstalled(client, devices, updates, clock);
    sync = new SyncDevices(index, updates, check, tell, clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    sync.run();
  }
}
