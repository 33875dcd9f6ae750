package io.updraft.campaign.statistics;

import io.updraft.campaign.domain.CampaignCounts;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.UpdateStatistics;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/ota/stats}. */
public final class OrganizationStatisticsHandler implements Operation {
  private final CampaignCounts counts;
  private final UpdateStatistics statistics;
  private final Clock clock;

  public OrganizationStatisticsHandler(
      CampaignCounts counts, UpdateStatistics statistics, Clock clock) {
    this.counts = counts;
    this.statistics = statistics;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    List<FirmwareUpdates> updates = statistics.ofOrganization(organization);
    Figures figures = Figures.of(updates, clock.instant());
    return HttpResponse.ok(
        new Shown(
            campaigns(counts.byStatus(organization)),
            figures.updates(),
            figures.successRate(),
            figures.updateTime(),
            figures.downloads(),
            figures.bytesSent(),
            figures.lastDay(),
            Share.byModel(updates),
            Share.byVersion(updates)));
  }

  private static ShownCampaigns campaigns(Map<CampaignStatus, Long> counts) {
    Map<String, Long> byStatus = new LinkedHashMap<>();
    for (CampaignStatus status : CampaignStatus.values()) {
      byStatus.put(status.wireName(), counts.getOrDefault(status, 0L));
    }
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return new ShownCampaigns(total, byStatus);
  }

  private record ShownCampaigns(long total, Map<String, Long> byStatus) {}

  private record Shown(
      ShownCampaigns campaigns,
      Figures.Updates updates,
      @Nullable Double successRate,
      Figures.Times updateTime,
      long downloads,
      long bytesSent,
      Figures.Day lastDay,
      List<Share> byModel,
      List<Share> byVersion) {}
}
