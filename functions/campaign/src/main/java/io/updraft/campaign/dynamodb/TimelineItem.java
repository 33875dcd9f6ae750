package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;

/** A line of a timeline as an item. */
final class TimelineItem {
  private TimelineItem() {}

  static Guarded write(String table, String organization, String campaignId, TimelineEntry entry) {
    Key key = CampaignKeys.timeline(organization, campaignId, entry.time(), entry.number());
    return Guarded.put(
        table,
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .text("what", entry.what())
            .text("by", entry.by())
            .text("why", entry.why())
            .attributes());
  }
}
