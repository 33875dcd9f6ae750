package io.updraft.telemetry.export;

import io.updraft.telemetry.reading.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export that is too large for one answer.
 *
 * @param error why it failed; null where it has not
 * @param version grows with each change; the condition of the next
 */
public record Export(
    String exportId,
    Question question,
    String requestedBy,
    Instant createdAt,
    Status status,
    Progress progress,
    @Nullable String error,
    Instant updatedAt,
    long version) {
  /** How long an export and its file are kept. */
  static final Duration KEPT = Duration.ofHours(24);

  /** Where an export is in its life. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED
  }

  /**
   * How far the file is.
   *
   * @param next where the next part begins; null at the beginning and at the end
   * @param read whether all points are in the parts
   * @param uploadId the multipart upload that the parts belong to; null before the first
   * @param parts the entity tags of the parts so far, in their order
   * @param size bytes
   * @param damagedBlocks left out; one that two parts met counts twice
   */
  public record Progress(
      Question.@Nullable Place next,
      boolean read,
      @Nullable String uploadId,
      List<String> parts,
      long points,
      long size,
      int damagedBlocks) {
    static final Progress NONE = new Progress(null, false, null, List.of(), 0, 0, 0);

    public Progress {
      parts = List.copyOf(parts);
    }

    /** With one part more. */
    Progress with(Part part, String upload) {
      List<String> all = new ArrayList<>(parts);
      all.add(part.etag());
      return new Progress(
          part.next(),
          part.next() == null,
          upload,
          all,
          points + part.points(),
          size + part.size(),
          damagedBlocks + part.damagedBlocks());
    }
  }

  /** A part that has been written; {@code next} is null where it is the last. */
  record Part(
      String etag, long points, long size, int damagedBlocks, Question.@Nullable Place next) {}

  static Export begun(String exportId, Question question, String requestedBy, Instant now) {
    return new Export(
        exportId, question, requestedBy, now, Status.RUNNING, Progress.NONE, null, now, 1);
  }

  Export further(Progress further, Instant now) {
    return changed(Status.RUNNING, further, null, now);
  }

  Export completed(Instant now) {
    return changed(Status.COMPLETED, progress, null, now);
  }

  Export failed(String why, Instant now) {
    return changed(Status.FAILED, progress, why, now);
  }

  private Export changed(Status after, Progress further, @Nullable String why, Instant now) {
    return new Export(
        exportId, question, requestedBy, createdAt, after, further, why, now, version + 1);
  }

  public String organization() {
    return question.organization();
  }

  public Instant expiresAt() {
    return createdAt.plus(KEPT);
  }
}
