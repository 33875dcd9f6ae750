package io.updraft.firmware.published;

/** Whether the updates of one campaign may go on. */
public enum CampaignGate {
  /** Released updates may start and go on. */
  OPEN,
  /** Released updates may start and install; they wait with the switch to what they installed. */
  HOLD,
  /** Updates that have started may finish; none may start. */
  PAUSED,
  /** None may start, and those on a device are to be given up. */
  CANCELLED
}
