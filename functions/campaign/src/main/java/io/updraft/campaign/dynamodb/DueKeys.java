package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.DueIndex;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attributes by which the index {@code due} finds engines and scheduled campaigns. */
final class DueKeys {
  private DueKeys() {}

  static void write(ItemBuilder item, String campaignId, @Nullable Instant due) {
    if (due != null) {
      item.text("due_pk", part(Math.floorMod(campaignId.hashCode(), DueIndex.PARTS)))
          .text("due_sk", Key.join(ItemBuilder.sortable(due), campaignId));
    }
  }

  static @Nullable Instant read(Item item) {
    return item.optionalText("due_sk").map(sk -> Instant.parse(sk.split("#", 2)[0])).orElse(null);
  }

  static String part(int part) {
    return Key.join("DUE", Integer.toString(part));
  }
}
