package io.updraft.telemetry.export;

import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.json.CsvLine;
import io.updraft.telemetry.reading.Question;
import io.updraft.telemetry.reading.Walk;
import java.time.Clock;

/** Gives points as CSV at once, where one answer holds them and there is time for it. */
final class ExportCsv {
  /** Bytes of UTF-8, so at most as many characters: what an answer holds. */
  private static final int MOST = 4_500_000;

  private final PointStore store;
  private final Clock clock;

  ExportCsv(PointStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What became of it. */
  sealed interface Outcome {
    record Exported(CsvPart csv, int damagedBlocks) implements Outcome {}

    /** More than an answer holds, or than there is time for. */
    record TooLarge() implements Outcome {}
  }

  Outcome export(Question question) {
    CsvPart all = new CsvPart(CsvLine.HEAD, MOST);
    Walk walk = new Walk(store, question, clock);
    walk.go(null, all);
    return all.next() != null || walk.stopped() != null || all.bytes().length > MOST
        ? new Outcome.TooLarge()
        : new Outcome.Exported(all, walk.damagedBlocks());
  }
}
