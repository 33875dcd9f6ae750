package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.RollbackPass;
import io.updraft.campaign.domain.Stage;
import io.updraft.campaign.domain.Walk;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.dynamodb.Key;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The state of an engine as an item, under 1 KB. */
final class EngineItem {
  private EngineItem() {}

  static Map<String, AttributeValue> toItem(Engine engine) {
    Key key = CampaignKeys.engine(engine.organization(), engine.campaignId());
    ItemBuilder item =
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .text("mandate", engine.mandate().wireName())
            .text("reason", engine.reason())
            .number("source", engine.place().source())
            .text("after", engine.place().after())
            .flag("resolved", engine.resolved())
            .number("targets", engine.targets())
            .number("released", engine.released())
            .number("carried", engine.carried())
            .number("rolled_back", engine.rollback().position())
            .number("rollback_pass", engine.rollback().number())
            .flag("rollback_again", engine.rollback().again() ? true : null)
            .number("stage", engine.stage().number())
            .number("goal", engine.stage().goal())
            .time("watched_until", engine.stage().until())
            .flag("promoted", engine.promoted() ? true : null)
            .number("walk", engine.walk().number())
            .number("walked", engine.walk().devices())
            .time("walk_ended", engine.walk().ended())
            .number("revision", engine.revision());
    DueKeys.write(item, engine.campaignId(), engine.due());
    return item.map("left_out", leftOut(engine.leftOut())).attributes();
  }

  static Engine read(Item item) {
    String[] ids = item.text("pk").split("#", 2);
    return new Engine(
        ids[0],
        ids[1],
        Mandate.ofWireName(item.text("mandate")),
        item.textOrNull("reason"),
        new Place(Math.toIntExact(item.number("source")), item.textOrNull("after")),
        item.flag("resolved"),
        item.number("targets"),
        readLeftOut(item.map("left_out")),
        item.number("released"),
        item.number("carried"),
        new RollbackPass(
            Math.toIntExact(item.numberOr("rollback_pass", 0)),
            item.numberOr("rolled_back", 0),
            item.flag("rollback_again")),
        new Stage(
            Math.toIntExact(item.numberOr("stage", 0)),
            item.numberOr("goal", 0),
            item.timeOrNull("watched_until")),
        item.flag("promoted"),
        new Walk(
            Math.toIntExact(item.numberOr("walk", 0)),
            item.numberOr("walked", 0),
            item.timeOrNull("walk_ended")),
        DueKeys.read(item),
        item.number("revision"));
  }

  private static Map<String, AttributeValue> leftOut(Map<LeftOut, Long> counts) {
    Map<String, AttributeValue> map = new HashMap<>();
    counts.forEach(
        (why, count) -> map.put(why.wireName(), AttributeValue.fromN(Long.toString(count))));
    return map;
  }

  private static Map<LeftOut, Long> readLeftOut(Item map) {
    Map<LeftOut, Long> counts = new EnumMap<>(LeftOut.class);
    map.attributes().keySet().forEach(n -> counts.put(LeftOut.ofWireName(n), map.number(n)));
    return counts;
  }
}
