package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.block.Section;
import io.updraft.telemetry.domain.Backlog;
import io.updraft.telemetry.domain.Backlog.Arrived;
import io.updraft.telemetry.domain.Backlog.Damage;
import io.updraft.telemetry.domain.Backlog.Device;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.domain.Series;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is to be merged out of the items of arrivals. */
final class BacklogReader {
  private final Device device;
  private final DeviceState state;
  private final List<Item> items;
  private final Instant now;
  private final List<Damage> damage = new ArrayList<>();

  BacklogReader(Device device, DeviceState state, List<Item> items, Instant now) {
    this.device = device;
    this.state = state;
    this.items = items;
    this.now = now;
  }

  /**
   * Reads them.
   *
   * @param horizon up to which arrivals were looked for
   */
  Backlog read(String horizon, boolean more, boolean recent) {
    List<Arrived> arrivals = items.stream().map(this::arrived).toList();
    return new Backlog(
        device,
        state.mergedTo(),
        state.settledTo(now),
        items.isEmpty() ? state.mergedTo() : items.getLast().text("sk"),
        more ? items.getLast().text("sk") : horizon,
        arrivals,
        items.stream().mapToLong(item -> item.bytes(ArrivalItems.BLOCK).length).sum(),
        damage,
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
    Blocks.open(item)
        .ifPresentOrElse(
            block -> block.sections().forEach(section -> add(item, section, series)),
            () -> damage.add(wholly(item)));
    return series;
  }

  private void add(Item item, Section section, List<Series> series) {
    try {
      series.add(new Series(section.metric(), section.points()));
    } catch (DamagedBlock damaged) {
      Blocks.report(item, damaged);
      damage.add(damage(item, section.metric(), section.first(), section.last()));
    }
  }

  /** Without its head nobody knows more than that no point was far ahead of its arrival. */
  private static Damage wholly(Item item) {
    return damage(item, null, 0, Nanos.of(item.time("at").plus(PointLimits.MOST_AHEAD)));
  }

  private static Damage damage(Item item, @Nullable String metric, long first, long last) {
    Instant expiresAt = Instant.ofEpochSecond(item.number("expires_at"));
    return new Damage(item.text("sk"), metric, first, last, expiresAt);
  }
}
