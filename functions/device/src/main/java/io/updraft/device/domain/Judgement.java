package io.updraft.device.domain;

import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import java.util.Optional;

/**
 * Whether an update may go on, by its own state and by those of its campaign and firmware, which
 * are in force before any worker has carried them to the update.
 */
public enum Judgement {
  /** The device may begin, or go on. */
  GO,
  /** Not now: the device has not begun, and may not. */
  WAIT,
  /** The device is to give it up. */
  GIVE_UP;

  public static Judgement of(Update update, Optional<Clearance> clearance) {
    if (update.status().ended() || update.status() == UpdateStatus.CREATED) {
      return WAIT;
    }
    boolean stopped = update.cancelling() || clearance.map(c -> stops(update, c)).orElse(true);
    if (stopped) {
      return update.status().waiting() ? WAIT : GIVE_UP;
    }
    return update.status().waiting() && paused(update, clearance.orElseThrow()) ? WAIT : GO;
  }

  /** Whether what has not begun is to be cancelled, and what has, to be given up. */
  public static boolean stops(Update update, Clearance clearance) {
    String campaign = update.assignment().campaignId();
    return clearance.recalled()
        || (campaign != null
            && clearance.gate(campaign).orElse(CampaignGate.CANCELLED) == CampaignGate.CANCELLED);
  }

  private static boolean paused(Update update, Clearance clearance) {
    String campaign = update.assignment().campaignId();
    return campaign != null
        && clearance.gate(campaign).filter(g -> g == CampaignGate.PAUSED).isPresent();
  }
}
