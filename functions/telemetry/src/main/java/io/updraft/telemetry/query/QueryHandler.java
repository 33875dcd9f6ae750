package io.updraft.telemetry.query;

import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.query.FindPoints.Found;
import io.updraft.telemetry.reading.Parameters;
import io.updraft.telemetry.reading.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/telemetry/query}. */
final class QueryHandler implements Operation {
  private static final int DEFAULT_LIMIT = 1_000;

  /** Points or intervals. */
  static final int MOST = 10_000;

  private final FindPoints findPoints;
  private final AggregatePoints aggregatePoints;
  private final ChooseInterval chooseInterval;

  QueryHandler(
      FindPoints findPoints, AggregatePoints aggregatePoints, ChooseInterval chooseInterval) {
    this.findPoints = findPoints;
    this.chooseInterval = chooseInterval;
    this.aggregatePoints = aggregatePoints;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Fields fields = request.json();
    Question question = QuestionReader.read(request.caller().organization(), fields);
    Aggregation aggregation =
        fields.has("aggregation") ? fields.choice("aggregation", Aggregation.class) : null;
    int limit = (int) fields.numberOr("limit", DEFAULT_LIMIT, 1, MOST);
    String cursor = fields.optionalText("cursor", 1, 8_192);
    Long given =
        fields.optionalNumber(
            "interval", Parameters.SHORTEST_INTERVAL, Parameters.LONGEST_INTERVAL);
    long interval =
        aggregation == null
            ? 0
            : chooseInterval.choose(question, Optional.ofNullable(given), fields::reject);
    fields.throwIfInvalid();
    return aggregation == null
        ? found(question, cursor, limit)
        : Aggregates.answer(
            aggregatePoints.aggregate(
                question, aggregation, Aggregates.nanos(interval), false, MOST),
            aggregation,
            interval);
  }

  private HttpResponse found(Question question, @Nullable String cursor, int limit) {
    String scope = Places.scope(question);
    PointWriter writer = new PointWriter();
    Question.Place start = cursor == null ? null : Places.decode(scope, cursor);
    Found found = findPoints.find(question, start, limit, writer);
    return answer(writer, found, Places.encode(scope, found.next()));
  }

  /** Points, and what is told about them. */
  static HttpResponse answer(PointWriter writer, Found found, @Nullable String nextCursor) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("count", found.count());
    about.put("next_cursor", nextCursor);
    about.put("damaged_blocks", found.damagedBlocks());
    return new HttpResponse(200, Map.of("content-type", "application/json"), writer.end(about));
  }
}
