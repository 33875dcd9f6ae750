package io.updraft.telemetry.query;

import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.telemetry.aggregate.Aggregation;
import io.updraft.telemetry.json.PointWriter;
import io.updraft.telemetry.query.FindPoints.Found;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/telemetry/query}. */
final class QueryHandler implements Operation {
  private static final int DEFAULT_LIMIT = 1_000;

  /** Points or intervals. */
  static final int MOST = 10_000;

  private final FindPoints findPoints;
  private final AggregatePoints aggregatePoints;

  QueryHandler(FindPoints findPoints, AggregatePoints aggregatePoints) {
    this.findPoints = findPoints;
    this.aggregatePoints = aggregatePoints;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Fields fields = request.json();
    Question question = QuestionReader.read(request.caller().organization(), fields);
    Aggregation aggregation =
        fields.has("aggregation") ? fields.choice("aggregation", Aggregation.class) : null;
    long interval = fields.numberOr("interval", 300, 60, 86_400);
    int limit = (int) fields.numberOr("limit", DEFAULT_LIMIT, 1, MOST);
    String cursor = fields.optionalText("cursor", 1, 8_192);
    if (aggregation != null && interval < Aggregates.shortest(question)) {
      fields.reject("interval", Aggregates.tooShort(Aggregates.shortest(question)));
    }
    fields.throwIfInvalid();
    return aggregation == null
        ? answer(findPoints, question, cursor, limit, new PointWriter())
        : Aggregates.answer(
            aggregatePoints.aggregate(
                question, aggregation, Aggregates.nanos(interval), false, MOST),
            aggregation,
            interval);
  }

  /** The points from a place on, or from the beginning, and a cursor for what is left. */
  static HttpResponse answer(
      FindPoints findPoints,
      Question question,
      @Nullable String cursor,
      int limit,
      PointWriter writer) {
    String scope = Places.scope(question);
    Found found =
        findPoints.find(
            question, cursor == null ? null : Places.decode(scope, cursor), limit, writer);
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("count", found.count());
    about.put("next_cursor", Places.encode(scope, found.next()));
    about.put("damaged_blocks", found.damagedBlocks());
    return new HttpResponse(200, Map.of("content-type", "application/json"), writer.end(about));
  }
}
