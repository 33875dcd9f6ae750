package io.updraft.telemetry.export;

import io.updraft.telemetry.json.CsvLine;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.reading.Question;
import io.updraft.telemetry.reading.Walk;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes points as CSV, one a line, until there is as much as wanted. */
final class CsvPart implements Walk.Visitor {
  private final StringBuilder csv = new StringBuilder();
  private final int most;
  private String device = "";
  private String metric = "";
  private long points;
  private Question.@Nullable Place next;

  /**
   * An empty part.
   *
   * @param head what stands above the lines
   * @param most characters; the line that goes beyond is the last
   */
  CsvPart(String head, int most) {
    this.csv.append(head);
    this.most = most;
  }

  @Override
  public boolean series(String ofDevice, String ofMetric) {
    device = ofDevice;
    metric = ofMetric;
    return true;
  }

  @Override
  public boolean point(DataPoint point) {
    if (csv.length() > most) {
      next = new Question.Place(device, metric, point.time());
      return false;
    }
    CsvLine.append(csv, device, metric, point);
    points++;
    return true;
  }

  long points() {
    return points;
  }

  /** The first point that had no place; null where all had. */
  Question.@Nullable Place next() {
    return next;
  }

  byte[] bytes() {
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
