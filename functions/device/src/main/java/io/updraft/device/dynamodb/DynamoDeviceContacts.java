package io.updraft.device.dynamodb;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Quota;
import io.updraft.device.published.DeviceContacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Contacts that other contexts have with devices, as the device context itself notes them. */
public record DynamoDeviceContacts(Devices devices, int gatewayRegistrationsPerHour)
    implements DeviceContacts {
  @Override
  public Contact seen(String organization, String deviceId, Instant now, @Nullable String gateway) {
    if (gateway == null) {
      devices.seen(organization, deviceId, now);
      return new Contact.Noted();
    }
    Quota quota = Quota.of(gateway, now, gatewayRegistrationsPerHour);
    return switch (devices.seen(organization, deviceId, now, quota)) {
      case NOTED -> new Contact.Noted();
      case REFUSED -> new Contact.Refused(quota.usedUp(), quota.renewedAfter(now));
    };
  }
}
