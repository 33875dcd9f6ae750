package io.updraft.telemetry.dynamodb;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.updraft.dynamodb.Item;
import io.updraft.telemetry.block.Block;
import io.updraft.telemetry.block.DamagedBlock;
import io.updraft.telemetry.block.Section;
import io.updraft.telemetry.published.Arrived;
import io.updraft.telemetry.published.DataPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An item of the arrivals table, read where its points are wanted. */
public final class ArrivedItem implements Arrived {
  private final Item item;
  private final List<String> owner;
  private final Map<String, Section> sections;

  public ArrivedItem(Item item) {
    this.item = item;
    this.owner = List.of(item.text("pk").split("#", -1));
    this.sections =
        Blocks.open(item).map(Block::sections).orElse(List.of()).stream()
            .collect(toUnmodifiableMap(Section::metric, section -> section));
  }

  @Override
  public String organization() {
    return owner.get(0);
  }

  @Override
  public String deviceId() {
    return owner.get(1);
  }

  @Override
  public String arrivalId() {
    return item.text("sk");
  }

  @Override
  public Instant at() {
    return item.time("at");
  }

  @Override
  public Set<String> metrics() {
    return sections.keySet();
  }

  @Override
  public List<DataPoint> points(String metric) {
    Section section = sections.get(metric);
    try {
      return section == null ? List.of() : section.points();
    } catch (DamagedBlock damage) {
      Blocks.report(item, damage);
      return List.of();
    }
  }
}
