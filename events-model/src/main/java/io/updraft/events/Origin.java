package io.updraft.events;

import org.jspecify.annotations.Nullable;

/**
 * Whence an event comes: its organization, and the request that caused it.
 *
 * @param organizationId the tenant; every event belongs to exactly one
 * @param correlationId the id of the request, null where no request caused the event
 * @param traceparent of W3C Trace Context, null where nothing is traced
 */
public record Origin(
    String organizationId, @Nullable String correlationId, @Nullable String traceparent) {
  public Origin {
    Required.text(organizationId, "organization_id");
  }

  /** The origin of what no request has caused: a timeout, a schedule. */
  public static Origin of(String organizationId) {
    return new Origin(organizationId, null, null);
  }
}
