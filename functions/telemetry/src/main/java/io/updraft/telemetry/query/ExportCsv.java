package io.updraft.telemetry.query;

import io.updraft.telemetry.domain.DataPoint;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.json.CsvLine;
import java.time.Clock;

/** Writes points as CSV, one a line. */
final class ExportCsv {
  /** Characters; in UTF-8 at most what an answer holds, for nearly all texts. */
  static final int MOST = 4_500_000;

  private final PointStore store;
  private final Clock clock;

  ExportCsv(PointStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What became of the export. */
  sealed interface Outcome {
    record Exported(String csv, int damagedBlocks) implements Outcome {}

    /** More than an answer holds, or than there is time for. */
    record TooLarge() implements Outcome {}
  }

  Outcome export(Question question) {
    Lines lines = new Lines();
    Walk walk = new Walk(store, question, clock);
    walk.go(null, lines);
    return lines.cut || walk.stopped() != null
        ? new Outcome.TooLarge()
        : new Outcome.Exported(lines.csv.toString(), walk.damagedBlocks());
  }

  private static final class Lines implements Walk.Visitor {
    private final StringBuilder csv = new StringBuilder(CsvLine.HEAD);
    private String device = "";
    private String metric = "";
    private boolean cut;

    @Override
    public boolean series(String ofDevice, String ofMetric) {
      device = ofDevice;
      metric = ofMetric;
      return true;
    }

    @Override
    public boolean point(DataPoint point) {
      cut = csv.length() > MOST;
      if (!cut) {
        CsvLine.append(csv, device, metric, point);
      }
      return !cut;
    }
  }
}
