package io.updraft.live.subscribe;

import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.live.domain.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a request says of a subscription; what is wrong is told all at once. */
final class WishReader {
  private static final int MOST_DEVICES = 100;
  private static final int MOST_METRICS = 50;
  private static final int MOST_TAGS = 20;

  private static final Pattern DEVICE_ID = Pattern.compile("(?!bulk$)[A-Za-z0-9._:-]{1,128}");
  private static final Pattern METRIC = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]{1,100}");

  private WishReader() {}

  /**
   * The wish in a request.
   *
   * @throws io.updraft.http.ProblemException with every wrong field
   */
  static Wish read(HttpRequest request) {
    Fields fields = request.json();
    Filters filters =
        new Filters(
            devices(fields),
            metrics(fields),
            fields.pairs("tags", MOST_TAGS, 50, 100),
            fields.flagOr("points", true),
            fields.flagOr("alerts", true));
    Duration pace = Duration.ofMillis(fields.numberOr("max_frequency", 1_000, 100, 10_000));
    refuseNothing(fields, filters);
    fields.throwIfInvalid();
    return new Wish(filters, pace);
  }

  private static Set<String> devices(Fields fields) {
    List<String> ids =
        fields.texts(
            "device_ids",
            MOST_DEVICES,
            DEVICE_ID,
            "must be a device id: 1 to 128 of letters, digits, . _ : -, and not bulk");
    return Set.copyOf(ids);
  }

  private static Set<String> metrics(Fields fields) {
    List<String> names =
        fields.texts(
            "metric_names",
            MOST_METRICS,
            METRIC,
            "must have 1 to 100 letters, digits, '_', '.' or '-'");
    return Set.copyOf(names);
  }

  private static void refuseNothing(Fields fields, Filters filters) {
    if (filters.devices().isEmpty() && filters.metrics().isEmpty()) {
      fields.reject("device_ids", "or metric_names must have at least one entry");
    }
    if (!filters.points() && !filters.alerts()) {
      fields.reject("points", "and alerts can't both be false");
    }
  }
}
