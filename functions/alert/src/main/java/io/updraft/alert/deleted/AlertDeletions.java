package io.updraft.alert.deleted;

import io.updraft.alert.domain.Authors;
import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.lambda.consumed.Deletions;
import io.updraft.lambda.consumed.Handling;
import io.updraft.lambda.consumed.Walk;

/**
 * Takes deleted devices and users out of rules and alerts. All rules of the organization are
 * walked: no index finds those that name a device or a user.
 */
record AlertDeletions(LeaveRules rules, LeaveAlerts alerts, Authors authors, Walk walk)
    implements Deletions {
  /** The alerts first: they are few, and seen. */
  @Override
  public Handling deviceDeleted(DeviceDeleted event, Origin origin) {
    alerts.leave(event.deviceId(), event.timestamp(), origin);
    return walk.goOn(
        origin.organizationId(),
        "device.deleted " + event.deviceId(),
        event.timestamp(),
        place -> rules.withoutDevice(event.deviceId(), event.timestamp(), origin, place));
  }

  @Override
  public Handling userDeleted(UserDeleted event, Origin origin) {
    String organization = origin.organizationId();
    String name = "user.deleted " + event.userId();
    Handling rulesLeft =
        walk.goOn(
            organization,
            name + " rules",
            event.timestamp(),
            place -> rules.withoutUser(event.userId(), origin, place));
    Handling alertsLeft =
        walk.goOn(
            organization,
            name + " alerts",
            event.timestamp(),
            place -> authors.forgetIn(organization, event.userId(), place));
    return rulesLeft instanceof Handling.Done ? alertsLeft : rulesLeft;
  }
}
