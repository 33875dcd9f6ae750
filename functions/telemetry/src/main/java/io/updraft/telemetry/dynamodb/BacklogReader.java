package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.block.Section;
import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Arrived;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is to be merged out of the items of arrivals. */
final class BacklogReader {
  private final Device device;
  private final DeviceState state;
  private final List<Item> items;
  private final Instant now;
  private int damaged;

  BacklogReader(Device device, DeviceState state, List<Item> items, Instant now) {
    this.device = device;
    this.state = state;
    this.items = items;
    this.now = now;
  }

  Backlog read(boolean more, boolean recent) {
    List<Arrived> arrivals = items.stream().map(this::arrived).toList();
    return new Backlog(
        device,
        state.mergedTo(),
        state.settledTo(now),
        items.isEmpty() ? state.mergedTo() : items.getLast().text("sk"),
        arrivals,
        items.stream().mapToLong(item -> item.bytes(ArrivalItems.BLOCK).length).sum(),
        damaged,
        more,
        recent,
        state.idle(),
        state.since(arrivals.isEmpty() ? Instant.EPOCH : arrivals.getFirst().at()),
        state.hours());
  }

  private Arrived arrived(Item item) {
    return new Arrived(item.time("at"), (int) item.number("points"), series(item));
  }

  private List<Series> series(Item item) {
    List<Series> series = new ArrayList<>();
    Optional<Block> block = Blocks.open(item);
    damaged += block.isEmpty() ? 1 : 0;
    block.ifPresent(opened -> opened.sections().forEach(s -> add(item, s, series)));
    return series;
  }

  private void add(Item item, Section section, List<Series> series) {
    try {
      series.add(new Series(section.metric(), section.points()));
    } catch (DamagedBlock damage) {
      Blocks.report(item, damage);
      damaged++;
    }
  }
}
