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
    return clearance.recalled()
        || gate(update, clearance).filter(g -> g == CampaignGate.CANCELLED).isPresent();
  }

  /**
   * The gate that decides on the update; empty where none does: outside campaigns, and for a
   * rollback, which goes on whatever becomes of its campaign.
   */
  public static Optional<CampaignGate> gate(Update update, Clearance clearance) {
    String campaign = update.assignment().campaignId();
    return campaign == null || !update.assignment().gated()
        ? Optional.empty()
        : Optional.of(clearance.gate(campaign).orElse(CampaignGate.CANCELLED));
  }

  private static boolean paused(Update update, Clearance clearance) {
    return gate(update, clearance).filter(g -> g == CampaignGate.PAUSED).isPresent();
  }
}
