package io.updraft.telemetry.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps what devices send, each request as one sealed block. */
public interface Arrivals {
  /** So long a batch is known by the name that its sender gave it. */
  Duration REMEMBERED = Duration.ofHours(24);

  /** What is known of a device; eventually consistent, half a read unit for each 4 KB. */
  Standing standing(String organization, String deviceId);

  /** Makes the device and its new metrics findable, before points of it are kept. */
  Noted note(String organization, String deviceId, News news);

  /** Whether news are noted. */
  sealed interface Noted {
    record Done() implements Noted {}

    /**
     * The device would have more metrics than it may; some of the new may be noted.
     *
     * @param standing how it stands now
     */
    record NoRoom(Standing standing) implements Noted {}
  }

  /** Repeated with the same arrival it changes nothing. */
  Kept keep(Arrival arrival);

  /** What became of an arrival. */
  enum Kept {
    DURABLE,
    /** Even packed it is too large for one item. */
    TOO_LARGE
  }

  /**
   * Takes a batch for one that was not seen before, or finds out what was answered to it.
   *
   * @param arrivalId under which its points are kept, if it is new
   * @param answer what is answered now, and whenever the batch comes again within 24 hours
   */
  Claim claim(Batch batch, String arrivalId, Instant now, Taken.Stored answer);

  /** What was answered to the batch, if it was seen before. */
  Optional<Taken.Stored> answered(Batch batch, Instant now);

  /** A batch of one device by the name that its sender gave it. */
  record Batch(String organization, String deviceId, String batchId) {}

  /** Whose batch it is. */
  sealed interface Claim {
    /**
     * To be kept.
     *
     * @param arrivalId under which; an earlier one where a call shortly before has not kept it
     */
    record New(String arrivalId) implements Claim {}

    /** It has been kept before. */
    record Repeated(Taken.Stored answer) implements Claim {}
  }

  /**
   * What is new about a device.
   *
   * @param metrics names that it has not sent before, each with its first points
   * @param seen the time of a contact that the registry has just been told, or that it was told
   *     before
   * @param mergeDue when what arrives now is to be merged, where nothing else says so
   */
  record News(List<FirstPoints> metrics, Instant seen, Instant mergeDue) {
    public News {
      metrics = List.copyOf(metrics);
    }
  }

  /** The time range of the first points of a metric, in nanoseconds since the epoch. */
  record FirstPoints(String metric, long first, long last) {}

  /**
   * What is known of a device.
   *
   * @param marks of the metrics that it has sent, see {@link MetricMark}
   * @param seenAt when the registry was last told of it; the epoch for never
   * @param mergeSet whether a time is set at which what has arrived is merged
   */
  record Standing(Set<String> marks, Instant seenAt, boolean mergeSet) {
    public static final Standing UNKNOWN = new Standing(Set.of(), Instant.EPOCH, false);

    public Standing {
      marks = Set.copyOf(marks);
    }

    boolean knows(String metric) {
      return marks.contains(MetricMark.of(metric));
    }
  }
}
