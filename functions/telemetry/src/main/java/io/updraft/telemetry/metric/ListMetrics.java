package io.updraft.telemetry.metric;

import io.updraft.telemetry.domain.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the definitions that a filter lets through, by name. Reads a bounded number; where few
 * match, the answer is short and tells where to go on.
 */
final class ListMetrics {
  /** How many definitions are looked at beyond those that an offset leaves out. */
  static final int MOST_READ = 1_000;

  private static final int BATCH = 100;

  private final MetricDefinitions definitions;

  ListMetrics(MetricDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Where a list begins.
   *
   * @param after the name before, or null
   * @param skip how many matching definitions are still to be left out
   */
  record Start(@Nullable String after, int skip) {}

  /**
   * A page.
   *
   * @param next where to go on, or null at the end
   */
  record Listed(List<MetricDefinition> definitions, @Nullable Start next) {
    Listed {
      definitions = List.copyOf(definitions);
    }
  }

  Listed list(String organization, Filter filter, Start start, int limit) {
    Search search = new Search(filter, start, limit);
    while (search.goesOn()) {
      int wanted = search.wanted();
      search.take(definitions.browse(organization, search.after, wanted), wanted);
    }
    return new Listed(search.found, search.next());
  }

  /** What one call has looked at so far: for a page, and whether one more follows it. */
  private static final class Search {
    private final Filter filter;
    private final int limit;
    private final List<MetricDefinition> found = new ArrayList<>();
    private @Nullable String after;
    private int skip;
    private int mayRead;
    private boolean more;
    private boolean ended;

    Search(Filter filter, Start start, int limit) {
      this.filter = filter;
      this.limit = limit;
      this.after = start.after();
      this.skip = start.skip();
      this.mayRead = MOST_READ + start.skip();
    }

    boolean goesOn() {
      return !ended && !more && mayRead > 0;
    }

    /** No more than is needed where nearly all match. */
    int wanted() {
      int most = Math.min(BATCH, mayRead);
      return filter.selective() ? most : Math.min(most, skip + limit - found.size() + 1);
    }

    void take(List<MetricDefinition> batch, int wanted) {
      mayRead -= wanted;
      batch.stream().takeWhile(definition -> !more).forEach(this::look);
      ended = !more && batch.size() < wanted;
    }

    private void look(MetricDefinition definition) {
      boolean matches = filter.matches(definition);
      if (matches && found.size() == limit) {
        more = true;
        return;
      }
      after = definition.name();
      if (matches) {
        show(definition);
      }
    }

    private void show(MetricDefinition definition) {
      if (skip > 0) {
        skip--;
      } else {
        found.add(definition);
      }
    }

    @Nullable Start next() {
      return ended ? null : new Start(after, skip);
    }
  }
}
