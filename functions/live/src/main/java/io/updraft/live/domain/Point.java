package io.updraft.live.domain;

import java.time.Instant;
import java.util.Map;

/**
 * A data point on its way to those who watch.
 *
 * @param json as answers show it
 */
public record Point(Series series, Instant time, String json) {
  /** Of what it is a value: points that differ in their tags are of different series. */
  public record Series(String device, String metric, Map<String, String> tags) {
    public Series {
      tags = Map.copyOf(tags);
    }
  }
}
