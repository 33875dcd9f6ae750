package io.updraft.telemetry.published;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a data point says beside its value; mostly the same for all points of a metric.
 *
 * @param unit null where none was sent
 * @param tags in the order of their names
 * @param metadata a JSON object as one line, or null
 * @param quality 0 to 100
 * @param outOfRange whether the value was outside the bounds of its definition when it came
 */
public record Circumstances(
    @Nullable String unit,
    Map<String, String> tags,
    @Nullable String metadata,
    int quality,
    boolean outOfRange) {
  /** What a point has where nothing else is said. */
  public static final int BEST_QUALITY = 100;

  public static final Circumstances NONE =
      new Circumstances(null, Map.of(), null, BEST_QUALITY, false);

  public Circumstances {
    tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /** The same, of a value outside the bounds of its definition. */
  public Circumstances outsideBounds() {
    return new Circumstances(unit, tags, metadata, quality, true);
  }
}
