package io.updraft.telemetry.query;

import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.reading.Parameters;
import io.updraft.telemetry.reading.Question;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Decides over how many seconds is aggregated: what the caller says, else what the definition of
 * the metric says, else five minutes; never so few that an answer could not hold the intervals.
 */
final class ChooseInterval {
  private static final long DEFAULT = 300;

  private final Definitions definitions;

  ChooseInterval(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * The interval in seconds.
   *
   * @param reject takes a field and what is wrong with it
   */
  long choose(Question question, Optional<Long> given, BiConsumer<String, String> reject) {
    long shortest = shortest(question);
    if (given.isEmpty()) {
      return Math.max(shortest, usual(question));
    }
    if (given.get() < shortest) {
      reject.accept(
          "interval", "must be at least %d seconds for this range of time".formatted(shortest));
    }
    return given.get();
  }

  private static long shortest(Question question) {
    long seconds = Math.ceilDiv(question.to() - question.from(), 1_000_000_000L);
    return Math.ceilDiv(seconds, QueryHandler.MOST);
  }

  /** A question for several metrics has no definition to go by. */
  private long usual(Question question) {
    if (question.metrics().size() != 1) {
      return DEFAULT;
    }
    String metric = question.metrics().getFirst();
    MetricDefinition definition =
        definitions.of(question.organization(), Set.of(metric)).get(metric);
    return definition == null
        ? DEFAULT
        : Math.max(Parameters.SHORTEST_INTERVAL, definition.aggregationInterval());
  }
}
