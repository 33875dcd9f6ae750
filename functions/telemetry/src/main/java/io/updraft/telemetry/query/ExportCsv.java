package io.updraft.telemetry.query;

import io.updraft.telemetry.domain.DataPoint;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.json.CsvLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes points as CSV, one a line. */
final class ExportCsv {
  /** Characters; in UTF-8 at most what an answer holds, for nearly all texts. */
  static final int MOST = 4_500_000;

  private static final Duration LONGEST = Duration.ofSeconds(20);

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
    Lines lines = new Lines(clock.instant().plus(LONGEST));
    Walk walk = new Walk(store, question);
    walk.go(null, lines);
    return lines.cut
        ? new Outcome.TooLarge()
        : new Outcome.Exported(lines.csv.toString(), walk.damagedBlocks());
  }

  private final class Lines implements Walk.Visitor {
    private final StringBuilder csv = new StringBuilder(CsvLine.HEAD);
    private final Instant deadline;
    private String device = "";
    private String metric = "";
    private boolean cut;

    Lines(Instant deadline) {
      this.deadline = deadline;
    }

    @Override
    public boolean series(String ofDevice, String ofMetric) {
      device = ofDevice;
      metric = ofMetric;
      cut = clock.instant().isAfter(deadline);
      return !cut;
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
