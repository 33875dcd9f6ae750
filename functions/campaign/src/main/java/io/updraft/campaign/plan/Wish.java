package io.updraft.campaign.plan;

import io.updraft.campaign.domain.CampaignPlan;
import java.util.List;

/**
 * What a caller asks for, as far as its form goes.
 *
 * @param targetDevices the explicit ids, each once
 * @param devicesStay whether the campaign keeps the explicit ids that it has; then none are here
 */
public record Wish(
    String firmwareId, CampaignPlan plan, List<String> targetDevices, boolean devicesStay) {
  public Wish {
    targetDevices = List.copyOf(targetDevices);
  }
}
