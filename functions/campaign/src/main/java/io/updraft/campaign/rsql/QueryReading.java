package io.updraft.campaign.rsql;

import io.updraft.campaign.domain.DeviceQuery;

/** How reading a query ended. */
public sealed interface QueryReading {
  record Understood(DeviceQuery query) implements QueryReading {}

  /**
   * It is none.
   *
   * @param complaint to be read after the field's name: where it stops to be one, and why
   */
  record Wrong(String complaint) implements QueryReading {}
}
