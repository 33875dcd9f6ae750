package io.updraft.notification.domain;

/** How sending ended. */
public enum Sent {
  DELIVERED,
  /**
   * The service says that the notification is wrong; sending it again helps only once it is mended.
   */
  REFUSED,
  /** The service did not answer, or not in time, or is known to be away. */
  UNAVAILABLE
}
