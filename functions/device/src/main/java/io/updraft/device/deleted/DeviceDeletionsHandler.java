package io.updraft.device.deleted;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Fleet;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Bookmarks;
import io.updraft.lambda.consumed.DeletionsHandler;
import io.updraft.lambda.consumed.Walk;
import java.time.Clock;

/** On {@code device.deleted} and {@code user.deleted}; invoked by {@code OutboxPull}. */
public final class DeviceDeletionsHandler extends DeletionsHandler {
  /** Of a hundred each: some seconds of the 30 that the function has. */
  private static final int MOST_PAGES = 50;

  public DeviceDeletionsHandler() {
    this(DeviceStores.from(Environment.current()));
  }

  private DeviceDeletionsHandler(DeviceStores stores) {
    this(
        stores.devices(),
        stores.fleet(),
        stores.updates(),
        stores.bookmarks(),
        Clock.systemUTC(),
        MOST_PAGES);
  }

  DeviceDeletionsHandler(
      Devices devices,
      Fleet fleet,
      Updates updates,
      Bookmarks bookmarks,
      Clock clock,
      int mostPages) {
    this(devices, fleet, updates, new Walk(bookmarks, mostPages), clock);
  }

  private DeviceDeletionsHandler(
      Devices devices, Fleet fleet, Updates updates, Walk walk, Clock clock) {
    super(
        new DeviceDeletions(
            new GiveUpDevice(devices, fleet, updates, walk, clock),
            new CancelOwned(fleet, updates, walk, clock)));
  }
}
