package io.updraft.telemetry.export;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.domain.PointStore;
import io.updraft.telemetry.export.Export.Part;
import io.updraft.telemetry.export.Export.Progress;
import io.updraft.telemetry.export.Export.Status;
import io.updraft.telemetry.json.CsvLine;
import io.updraft.telemetry.reading.Question;
import io.updraft.telemetry.reading.Walk;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an export one step further: writes its next part, or puts its parts together. Each step is
 * stored before the next begins, so that after a crash only the part that was being written is
 * written again.
 */
public final class ContinueExport {
  /** An invocation has 15 minutes. */
  private static final Duration LONGEST_PART = Duration.ofMinutes(10);

  private static final Duration LONGEST_EXPORT = Duration.ofHours(6);
  private static final int PART = 16 << 20;

  /** 16 GB, which is more than is any use as CSV. */
  private static final int MOST_PARTS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(ContinueExport.class);

  private final Exports exports;
  private final ExportFiles files;
  private final PointStore store;
  private final Clock clock;
  private final int partSize;

  public ContinueExport(Exports exports, ExportFiles files, PointStore store, Clock clock) {
    this(exports, files, store, clock, PART);
  }

  /**
   * With parts of another size.
   *
   * @param partSize characters
   */
  public ContinueExport(
      Exports exports, ExportFiles files, PointStore store, Clock clock, int partSize) {
    this.exports = exports;
    this.files = files;
    this.store = store;
    this.clock = clock;
    this.partSize = partSize;
  }

  /**
   * Takes the step that follows on a version; none where it has been taken.
   *
   * @throws DependencyUnavailable where it is to be tried again
   */
  public void step(String organization, String exportId, long version) {
    exports
        .find(organization, exportId)
        .filter(export -> export.status() == Status.RUNNING && export.version() == version)
        .ifPresent(this::step);
  }

  private void step(Export export) {
    Export after = tried(export);
    boolean stored = exports.change(after);
    if (stored && after.status() == Status.FAILED) {
      files.discard(after);
    }
  }

  private Export tried(Export export) {
    try {
      return next(export);
    } catch (DependencyUnavailable away) {
      throw away;
    } catch (RuntimeException defect) {
      LOG.error("export {} failed", export.exportId(), defect);
      return failed(export, "It failed for a reason of our own; ask again.");
    }
  }

  private Export next(Export export) {
    if (export.progress().read()) {
      return completed(export);
    }
    if (export.progress().parts().size() >= MOST_PARTS || overdue(export)) {
      return failed(export, "It is too large: ask for a shorter range, fewer devices or metrics.");
    }
    return further(export);
  }

  private boolean overdue(Export export) {
    return clock.instant().isAfter(export.createdAt().plus(LONGEST_EXPORT));
  }

  private Export completed(Export export) {
    Progress done = export.progress();
    boolean whole =
        files.complete(export, Objects.requireNonNull(done.uploadId(), "upload"), done.parts());
    return whole
        ? export.completed(clock.instant())
        : failed(export, "Its parts got lost; ask again.");
  }

  private Export further(Export export) {
    Progress before = export.progress();
    boolean first = before.parts().isEmpty();
    CsvPart csv = new CsvPart(first ? CsvLine.HEAD : "", partSize);
    Walk walk = new Walk(store, export.question(), clock, LONGEST_PART);
    walk.go(before.next(), csv);
    Question.Place stopped = walk.stopped();
    byte[] bytes = csv.bytes();
    if (stopped != null && bytes.length < ExportFiles.SMALLEST_PART) {
      return failed(export, "It takes too long: ask for fewer devices or metrics.");
    }
    String upload = before.uploadId() == null ? files.begin(export) : before.uploadId();
    String etag = files.put(export, upload, before.parts().size() + 1, bytes);
    Question.Place next = stopped == null ? csv.next() : stopped;
    Part part = new Part(etag, csv.points(), bytes.length, walk.damagedBlocks(), next);
    return export.further(before.with(part, upload), clock.instant());
  }

  private Export failed(Export export, String why) {
    return export.failed(why, clock.instant());
  }
}
