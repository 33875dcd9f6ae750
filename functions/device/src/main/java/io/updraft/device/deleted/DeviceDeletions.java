package io.updraft.device.deleted;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.lambda.consumed.Deletions;
import io.updraft.lambda.consumed.Handling;

/** What this context does about deletions. */
record DeviceDeletions(GiveUpDevice giveUpDevice, CancelOwned cancelOwned) implements Deletions {
  @Override
  public Handling deviceDeleted(DeviceDeleted event, Origin origin) {
    return giveUpDevice.giveUp(event, origin);
  }

  @Override
  public Handling userDeleted(UserDeleted event, Origin origin) {
    return cancelOwned.cancelAll(event, origin);
  }
}
