package io.updraft.telemetry.export;

import com.github.f4b6a3.ulid.UlidCreator;
import io.updraft.telemetry.reading.Question;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins an export in the background, unless the same one runs. */
final class BeginExport {
  /** How many an organization may run at once. */
  static final int MOST_RUNNING = 3;

  private final Exports exports;
  private final Clock clock;

  BeginExport(Exports exports, Clock clock) {
    this.exports = exports;
    this.clock = clock;
  }

  /** The export; empty where too many run. Two calls at once can begin one more than may run. */
  Optional<Export> begin(Question question, String requestedBy) {
    List<Export> running = exports.running(question.organization());
    Optional<Export> same =
        running.stream().filter(export -> export.question().equals(question)).findFirst();
    return same.isPresent() || running.size() >= MOST_RUNNING
        ? same
        : Optional.of(added(question, requestedBy));
  }

  private Export added(Question question, String requestedBy) {
    Instant now = clock.instant();
    String id = "exp_" + UlidCreator.getUlid(now.toEpochMilli());
    Export export = Export.begun(id, question, requestedBy, now);
    exports.add(export);
    return export;
  }
}
