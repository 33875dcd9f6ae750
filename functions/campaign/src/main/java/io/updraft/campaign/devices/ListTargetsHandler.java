package io.updraft.campaign.devices;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.UpdateViews;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;

/** {@code GET /api/v1/ota/campaigns/{campaign_id}/devices}. */
public final class ListTargetsHandler implements Operation {
  private final Campaigns campaigns;
  private final ListTargets list;

  public ListTargetsHandler(Campaigns campaigns, Targets targets, UpdateViews views) {
    this.campaigns = campaigns;
    this.list = new ListTargets(targets, views);
  }

  /** The states of an update, as the filter names them. */
  enum Status {
    CREATED,
    SCHEDULED,
    IN_PROGRESS,
    DOWNLOADING,
    VERIFYING,
    INSTALLING,
    REBOOTING,
    COMPLETED,
    FAILED,
    CANCELLED
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    String campaignId = request.path("campaign_id");
    Campaign campaign =
        campaigns
            .find(organization, campaignId)
            .orElseThrow(() -> Problem.notFound("campaign", campaignId).exception());
    Filters filters = request.filters();
    filters.choice("status", Status.class);
    Page page = filters.page();
    filters.throwIfInvalid();
    return page(page, campaign, filters);
  }

  private HttpResponse page(Page page, Campaign campaign, Filters filters) {
    String scope =
        "%s devices %s %s"
            .formatted(campaign.organization(), campaign.campaignId(), filters.applied());
    long from = page.position(scope).map(List::getFirst).map(ListTargetsHandler::number).orElse(0L);
    String status = filters.applied().get("status");
    ListTargets.Listing listing = list.list(campaign, status, from, page.offset(), page.limit());
    Long next = listing.next();
    return ListResponse.list(
        "devices",
        listing.updates(),
        page,
        next == null ? null : Cursor.encode(scope, List.of(next.toString())),
        filters.applied());
  }

  /** A forged cursor begins at the beginning. */
  private static long number(String position) {
    return position.matches("[0-9]{1,9}") ? Long.parseLong(position) : 0;
  }
}
