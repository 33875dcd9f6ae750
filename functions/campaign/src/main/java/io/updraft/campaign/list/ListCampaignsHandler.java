package io.updraft.campaign.list;

import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.CampaignId;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Campaigns.Listing;
import io.updraft.campaign.http.ShownCampaigns;
import io.updraft.device.published.Priority;
import io.updraft.http.Cursor;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.util.List;

/** {@code GET /api/v1/ota/campaigns}. */
public final class ListCampaignsHandler implements Operation {
  private final ListCampaigns list;
  private final ShownCampaigns shown;

  public ListCampaignsHandler(Campaigns campaigns, ShownCampaigns shown) {
    this.list = new ListCampaigns(campaigns);
    this.shown = shown;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    Filters filters = request.filters();
    Page page = filters.page();
    CampaignFilter filter = filter(filters);
    String scope = "%s campaigns %s".formatted(organization, filters.applied());
    String after = page.position(scope).map(ListCampaignsHandler::after).orElse(null);
    Listing listing = list.list(organization, filter, page.offset(), page.limit(), after);
    String next = listing.next();
    return ListResponse.list(
        "campaigns",
        listing.campaigns().stream().map(shown::shown).toList(),
        page,
        next == null ? null : Cursor.encode(scope, List.of(next)),
        filters.applied());
  }

  /** A forged cursor may hold anything. */
  private static String after(List<String> position) {
    if (CampaignId.isOne(position.getFirst())) {
      return position.getFirst();
    }
    throw Problem.malformed("This cursor is none of this list.").exception();
  }

  private static CampaignFilter filter(Filters filters) {
    CampaignFilter filter =
        new CampaignFilter(
            filters.choice("status", CampaignStatus.class).orElse(null),
            filters.choice("priority", Priority.class).orElse(null),
            filters.text("firmware_id", 64).orElse(null));
    filters.throwIfInvalid();
    return filter;
  }
}
