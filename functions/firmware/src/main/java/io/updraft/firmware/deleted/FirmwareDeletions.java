package io.updraft.firmware.deleted;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.firmware.domain.Authors;
import io.updraft.lambda.consumed.Deletions;
import io.updraft.lambda.consumed.Handling;
import io.updraft.lambda.consumed.Walk;

/** Forgets deleted users; firmware knows nothing of devices. */
record FirmwareDeletions(Authors authors, Walk walk) implements Deletions {
  @Override
  public Handling deviceDeleted(DeviceDeleted event, Origin origin) {
    return new Handling.Done();
  }

  @Override
  public Handling userDeleted(UserDeleted event, Origin origin) {
    String organization = origin.organizationId();
    return walk.goOn(
        organization,
        "user.deleted " + event.userId(),
        event.timestamp(),
        place -> authors.forgetIn(organization, event.userId(), place));
  }
}
