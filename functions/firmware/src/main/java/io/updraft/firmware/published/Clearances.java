package io.updraft.firmware.published;

import io.updraft.dynamodb.Guarded;
import java.util.Optional;

/** Reads clearances, and gives the writes by which a campaign's moves reach them. */
public interface Clearances {
  /** Eventually consistent, half a read unit; empty where the firmware was never available. */
  Optional<Clearance> read(String organization, String firmwareId);

  /** For the transaction of a campaign's move; fails where the firmware has no clearance. */
  Guarded campaignMoved(
      String organization, String firmwareId, String campaignId, CampaignGate gate);

  /** For the transaction in which the last update of a campaign is known to have ended. */
  Guarded campaignEnded(String organization, String firmwareId, String campaignId);
}
