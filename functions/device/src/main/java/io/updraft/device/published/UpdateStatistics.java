package io.updraft.device.published;

import java.util.List;

/** Figures of updates, maintained while they happen: what is read does not depend on the fleet. */
public interface UpdateStatistics {
  /**
   * All updates of an organization, by firmware; a moment old. Half a read unit per four kinds of
   * firmware.
   */
  List<FirmwareUpdates> ofOrganization(String organization);

  /**
   * The updates of one campaign: counts and durations as they are now, the last day a moment old.
   * {@link FirmwareUpdates#NONE} where it has none.
   */
  FirmwareUpdates ofCampaign(String organization, String campaignId);
}
