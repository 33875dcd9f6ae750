package io.updraft.campaign.statistics;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.UpdateStatistics;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/ota/stats/campaigns/{campaign_id}}. */
public final class CampaignStatisticsHandler implements Operation {
  private final Campaigns campaigns;
  private final UpdateStatistics statistics;
  private final Clock clock;

  public CampaignStatisticsHandler(Campaigns campaigns, UpdateStatistics statistics, Clock clock) {
    this.campaigns = campaigns;
    this.statistics = statistics;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String campaignId = request.path("campaign_id");
    return campaigns
        .find(request.caller().organization(), campaignId)
        .map(campaign -> HttpResponse.ok(shown(campaign, figures(campaign))))
        .orElseThrow(() -> Problem.notFound("campaign", campaignId).exception());
  }

  private Figures figures(Campaign campaign) {
    FirmwareUpdates updates = statistics.ofCampaign(campaign.organization(), campaign.campaignId());
    return Figures.of(List.of(updates), clock.instant());
  }

  private static Shown shown(Campaign campaign, Figures figures) {
    return new Shown(
        campaign.campaignId(),
        campaign.status().wireName(),
        campaign.firmware().firmwareId(),
        campaign.firmware().deviceModel(),
        campaign.firmware().version().text(),
        figures.updates(),
        figures.successRate(),
        figures.updateTime(),
        figures.downloads(),
        figures.bytesSent(),
        figures.lastDay());
  }

  private record Shown(
      String campaignId,
      String status,
      String firmwareId,
      String deviceModel,
      String version,
      Figures.Updates updates,
      @Nullable Double successRate,
      Figures.Times updateTime,
      long downloads,
      long bytesSent,
      Figures.Day lastDay) {}
}
