package io.updraft.campaign.create;

import io.updraft.campaign.domain.CampaignPlan;
import java.util.List;

/**
 * What a caller asks for, as far as its form goes.
 *
 * @param targetDevices the explicit ids, each once
 */
record Wish(String firmwareId, CampaignPlan plan, List<String> targetDevices) {
  Wish {
    targetDevices = List.copyOf(targetDevices);
  }
}
