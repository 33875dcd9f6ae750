package io.updraft.telemetry.metric;

import io.updraft.http.Selection;
import io.updraft.http.Selection.Batch;
import io.updraft.http.Selection.Place;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import io.updraft.telemetry.domain.MetricDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the definitions that a filter lets through, by name. */
final class ListMetrics {
  private final MetricDefinitions definitions;

  ListMetrics(MetricDefinitions definitions) {
    this.definitions = definitions;
  }

  Selected<MetricDefinition> list(String organization, Filter filter, Start start, int limit) {
    return new Selection<>(
            (after, most) -> batch(organization, after, most), filter::matches, filter.selective())
        .page(start, limit);
  }

  private Batch<MetricDefinition> batch(String organization, @Nullable String after, int most) {
    List<MetricDefinition> found = definitions.browse(organization, after, most);
    return new Batch<>(
        found.stream().map(definition -> new Place<>(definition.name(), definition)).toList(),
        found.size() < most ? null : found.getLast().name());
  }
}
