package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.domain.Ticket;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A ticket as an item: found by the upload when its object arrives, and by time, over all
 * organizations, by the sweep.
 */
final class TicketItem {
  private TicketItem() {}

  static Map<String, AttributeValue> write(Ticket ticket) {
    Key key = Keys.upload(ticket.organization(), ticket.upload().uploadId());
    ItemBuilder item =
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .text("list_pk", Keys.DUE)
            .text("list_sk", Keys.sortedBy(ticket.upload().expiresAt(), ticket.upload().uploadId()))
            .text("organization", ticket.organization())
            .text("firmware_id", ticket.firmwareId());
    return StageItem.write(item, ticket.upload()).attributes();
  }

  static Ticket read(Item item) {
    return new Ticket(item.text("organization"), item.text("firmware_id"), StageItem.upload(item));
  }
}
