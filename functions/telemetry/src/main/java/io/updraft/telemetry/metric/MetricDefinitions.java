package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the definitions of metrics; deleted ones stay, marked, so that their data stays bound. */
public interface MetricDefinitions {
  /** Also a deleted one; strongly consistent. */
  Optional<MetricDefinition> find(String organization, String name);

  /** Writes and announces the change, unless the definition is another than it was decided on. */
  Stored commit(Change change);

  /**
   * The next definitions in the order of the code points of their names, deleted ones included;
   * fewer than the limit only at the end.
   *
   * @param after the name before, which need not exist; null for the beginning
   */
  List<MetricDefinition> browse(String organization, @Nullable String after, int limit);

  /** How a write ended. */
  enum Stored {
    DONE,
    /** Somebody else was first: read again. */
    OVERTAKEN
  }
}
