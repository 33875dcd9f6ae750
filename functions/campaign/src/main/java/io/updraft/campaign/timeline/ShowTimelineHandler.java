package io.updraft.campaign.timeline;

import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.campaign.domain.Timelines;
import io.updraft.campaign.domain.Timelines.History;
import io.updraft.http.Cursor;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.ListResponse;
import io.updraft.http.Operation;
import io.updraft.http.Page;
import io.updraft.http.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/ota/campaigns/{campaign_id}/timeline}. */
public final class ShowTimelineHandler implements Operation {
  /** Time and number of an entry. */
  private static final Pattern POSITION = Pattern.compile("[0-9TZ:.-]{24}#[0-9]{6,18}");

  private final Campaigns campaigns;
  private final Timelines timelines;

  public ShowTimelineHandler(Campaigns campaigns, Timelines timelines) {
    this.campaigns = campaigns;
    this.timelines = timelines;
  }

  /** One entry as it is shown. */
  record Shown(Instant time, String what, String by, @Nullable String why) {
    static Shown of(TimelineEntry entry) {
      return new Shown(entry.time(), entry.what(), entry.by(), entry.why());
    }
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String organization = request.caller().organization();
    String campaignId = request.path("campaign_id");
    if (campaigns.find(organization, campaignId).isEmpty()) {
      throw Problem.notFound("campaign", campaignId).exception();
    }
    Page page = request.page();
    String scope = "%s timeline %s".formatted(organization, campaignId);
    String after = page.position(scope).map(ShowTimelineHandler::after).orElse(null);
    History history =
        timelines.newestFirst(organization, campaignId, page.offset() + page.limit(), after);
    String next = history.next();
    return ListResponse.list(
        "timeline",
        history.entries().stream().skip(page.offset()).map(Shown::of).toList(),
        page,
        next == null ? null : Cursor.encode(scope, List.of(next)),
        Map.of());
  }

  /** A forged cursor may hold anything. */
  private static String after(List<String> position) {
    if (POSITION.matcher(position.getFirst()).matches()) {
      return position.getFirst();
    }
    throw Problem.malformed("This cursor is none of this list.").exception();
  }
}
