package io.updraft.campaign.http;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import io.updraft.campaign.domain.Targets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what belongs into the answer about a campaign, and shapes it. */
public final class ShownCampaigns {
  /** Explicit ids that are shown; {@code named_device_count} tells how many there are. */
  private static final int MOST_NAMED = 1_000;

  private final Engines engines;
  private final Targets targets;
  private final CampaignTallies tallies;
  private final Clock clock;

  public ShownCampaigns(Engines engines, Targets targets, CampaignTallies tallies, Clock clock) {
    this.engines = engines;
    this.targets = targets;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** A campaign without its explicit ids. */
  public Map<String, @Nullable Object> shown(Campaign campaign) {
    return CampaignJson.of(
        new WaitingFor(
            campaign,
            engine(campaign),
            tallies.of(campaign),
            tallies.ofRollbacks(campaign),
            clock.instant()));
  }

  /** A campaign with the first of its explicit ids, as {@code target_devices}. */
  public Map<String, @Nullable Object> shownWithDevices(Campaign campaign) {
    Map<String, @Nullable Object> json = shown(campaign);
    int named = Math.min(MOST_NAMED, campaign.plan().targeting().devices());
    json.put(
        "target_devices",
        named == 0
            ? List.of()
            : targets.named(campaign.organization(), campaign.campaignId(), 0, named));
    return json;
  }

  private @Nullable Engine engine(Campaign campaign) {
    return campaign.started()
        ? engines.find(campaign.organization(), campaign.campaignId()).orElse(null)
        : null;
  }
}
