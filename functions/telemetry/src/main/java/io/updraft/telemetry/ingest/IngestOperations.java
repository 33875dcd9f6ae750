package io.updraft.telemetry.ingest;

import io.updraft.http.Operation;
import io.updraft.telemetry.intake.FewAtOnce;
import io.updraft.telemetry.intake.TakeIn;
import java.time.Clock;

/** The ways to send data points as JSON. */
public record IngestOperations(TakeIn takeIn, Clock clock) {
  public Operation one() {
    return new IngestOneHandler(takeIn);
  }

  public Operation batch() {
    return new IngestBatchHandler(takeIn);
  }

  public Operation bulk() {
    return new IngestBulkHandler(takeIn, new FewAtOnce(clock));
  }
}
