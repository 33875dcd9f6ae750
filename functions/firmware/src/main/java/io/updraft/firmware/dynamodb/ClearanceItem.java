package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearance;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A clearance as an item; at most 4 KB, so that an eventual read costs half a unit. */
final class ClearanceItem {
  private ClearanceItem() {}

  /** Of firmware that has just become available: no campaign is on it. */
  static Map<String, AttributeValue> first(FirmwareFacts facts, FirmwareFile file) {
    Key key = Keys.clearance(facts.organization(), facts.firmwareId());
    ItemBuilder item = Item.build().text("pk", key.pk()).text("sk", key.sk());
    FactsItem.write(item, facts);
    return FactsItem.write(item, file).map("campaigns", Map.of()).attributes();
  }

  static Clearance read(Item item) {
    Map<String, CampaignGate> gates = new HashMap<>();
    item.pairs("campaigns").forEach((campaign, gate) -> gates.put(campaign, gateOf(gate)));
    return new Clearance(FactsItem.read(item), FactsItem.readFile(item), gates);
  }

  static String wireName(CampaignGate gate) {
    return gate.name().toLowerCase(Locale.ROOT);
  }

  private static CampaignGate gateOf(String wireName) {
    return CampaignGate.valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
