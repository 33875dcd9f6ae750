package io.updraft.telemetry.export;

import io.updraft.http.Operation;
import io.updraft.telemetry.domain.PointStore;
import java.time.Clock;

/** What users ask of exports. */
public record ExportOperations(PointStore store, Exports exports, ExportFiles files, Clock clock) {
  public Operation csv() {
    return new ExportCsvHandler(new ExportCsv(store, clock), new BeginExport(exports, clock));
  }

  public Operation get() {
    return new GetExportHandler(exports, files, clock);
  }
}
