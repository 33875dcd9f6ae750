package io.updraft.telemetry.reading;

import io.updraft.telemetry.domain.PointStore;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The devices that have sent any of the metrics of a question, by their ids, each once. */
final class Holders implements Iterator<String> {
  private static final int PAGE = 200;

  private final List<OfMetric> metrics;

  /**
   * Devices of all metrics.
   *
   * @param first the device to begin with, or null
   */
  Holders(PointStore store, Question question, @Nullable String first) {
    this.metrics =
        question.metrics().stream()
            .map(metric -> new OfMetric(store, question.organization(), metric, first))
            .toList();
  }

  @Override
  public boolean hasNext() {
    return metrics.stream().anyMatch(metric -> metric.peek() != null);
  }

  @Override
  public String next() {
    String next =
        metrics.stream()
            .map(OfMetric::peek)
            .filter(Objects::nonNull)
            .min(String::compareTo)
            .orElseThrow(NoSuchElementException::new);
    metrics.forEach(metric -> metric.drop(next::equals));
    return next;
  }

  /** The devices of one metric, page by page. */
  private static final class OfMetric {
    private final PointStore store;
    private final String organization;
    private final String metric;
    private final Queue<String> page = new ArrayDeque<>();
    private @Nullable String last;
    private boolean ended;

    OfMetric(PointStore store, String organization, String metric, @Nullable String first) {
      this.store = store;
      this.organization = organization;
      this.metric = metric;
      this.last = first == null ? null : justBefore(first);
    }

    /** Ids are of characters from {@code -} on, so nothing lies between. */
    private static String justBefore(String id) {
      char end = (char) (id.charAt(id.length() - 1) - 1);
      return id.substring(0, id.length() - 1) + end + "~";
    }

    @Nullable String peek() {
      if (page.isEmpty() && !ended) {
        List<String> next = store.holders(organization, metric, last, PAGE);
        ended = next.size() < PAGE;
        page.addAll(next);
        last = next.isEmpty() ? last : next.getLast();
      }
      return page.peek();
    }

    void drop(Predicate<String> taken) {
      String first = page.peek();
      if (first != null && taken.test(first)) {
        page.remove();
      }
    }
  }
}
