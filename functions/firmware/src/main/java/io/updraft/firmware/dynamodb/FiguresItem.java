package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.domain.Figures;
import io.updraft.firmware.published.FirmwareFigures.Contribution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The figures of one firmware as an item. It grows by some 60 bytes a source, so that it stays
 * within one or two write units for firmware with a few dozen campaigns.
 */
record FiguresItem(Item item) {
  private static final String SOURCES = "sources";
  private static final String VERSION = "version";
  private static final String DOWNLOADS = "downloads";
  private static final String COMPLETED = "completed";
  private static final String FAILED = "failed";

  static FiguresItem of(Optional<Item> item) {
    return new FiguresItem(item.orElseGet(() -> new Item(Map.of())));
  }

  /** The sums over all sources. */
  Figures sums() {
    return new Figures(
        item.numberOr(DOWNLOADS, 0), item.numberOr(COMPLETED, 0), item.numberOr(FAILED, 0));
  }

  boolean isNews(Contribution contribution) {
    Item source = item.map(SOURCES).map(contribution.source());
    return source.attributes().isEmpty() || source.number(VERSION) < contribution.version();
  }

  /** The item with this contribution in place of the source's last, where nobody was faster. */
  Guarded with(String table, Contribution contribution) {
    Item last = item.map(SOURCES).map(contribution.source());
    long revision = item.numberOr("revision", 0);
    Key key = Keys.figures(contribution.organization(), contribution.firmwareId());
    Map<String, AttributeValue> next =
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .number("revision", revision + 1)
            .number(DOWNLOADS, replaced(last, DOWNLOADS, contribution.downloads()))
            .number(COMPLETED, replaced(last, COMPLETED, contribution.completed()))
            .number(FAILED, replaced(last, FAILED, contribution.failed()))
            .map(SOURCES, sourcesWith(contribution))
            .attributes();
    return revision == 0
        ? Guarded.create(table, next)
        : Guarded.put(table, next)
            .when("revision = :revision")
            .with(v -> v.number(":revision", revision));
  }

  private long replaced(Item last, String name, long now) {
    return item.numberOr(name, 0) - last.numberOr(name, 0) + now;
  }

  private Map<String, AttributeValue> sourcesWith(Contribution contribution) {
    Map<String, AttributeValue> sources = new HashMap<>(item.map(SOURCES).attributes());
    sources.put(
        contribution.source(),
        AttributeValue.fromM(
            Item.build()
                .number(VERSION, contribution.version())
                .number(DOWNLOADS, contribution.downloads())
                .number(COMPLETED, contribution.completed())
                .number(FAILED, contribution.failed())
                .attributes()));
    return sources;
  }
}
