package io.updraft.telemetry.lineprotocol;

import io.updraft.telemetry.delivery.Addressee;
import io.updraft.telemetry.delivery.Items;
import io.updraft.telemetry.delivery.Offer;
import io.updraft.telemetry.domain.Offered;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes data points of lines: one of each field. A line that can't be read takes no other along.
 */
final class LinePoints {
  private static final String DEVICE_ID = "device_id";

  /** A hint only: where Telegraf runs on a device, it names its disks so. */
  private static final String DEVICE = "device";

  private static final String UNNAMED_FIELD = "value";

  private final Precision precision;
  private final long now;
  private final Items items = new Items();

  /**
   * @param now the time of lines without one
   */
  LinePoints(Precision precision, Instant now) {
    this.precision = precision;
    this.now = precision.now(now);
  }

  Items of(String body) {
    Lines.each(body, this::add);
    return items;
  }

  private void add(NumberedLine numbered) {
    String name = "line %d".formatted(numbered.number());
    try {
      add(numbered.number(), name, LineParser.read(numbered.text()));
    } catch (BadLine wrong) {
      items.add(numbered.number(), name, Addressee.UNKNOWN, new Offered.Wrong("", wrong.reason()));
    }
  }

  private void add(int number, String name, Line line) throws BadLine {
    long time = time(line);
    Map<String, String> tags = new HashMap<>(line.tags());
    Addressee addressee = new Addressee(tags.remove(DEVICE_ID), tags.get(DEVICE));
    for (Line.Field field : line.fields()) {
      Offer offer = new Offer(metric(line, field), time, field.value(), null, tags);
      items.add(number, name, addressee, offer.judged());
    }
  }

  private static String metric(Line line, Line.Field field) {
    return field.key().equals(UNNAMED_FIELD)
        ? line.measurement()
        : line.measurement() + "." + field.key();
  }

  private long time(Line line) throws BadLine {
    try {
      return line.time() == null ? now : precision.toNanos(line.time());
    } catch (ArithmeticException beyond) {
      throw new BadLine("a time that is not in this unit: see the parameter precision");
    }
  }
}
