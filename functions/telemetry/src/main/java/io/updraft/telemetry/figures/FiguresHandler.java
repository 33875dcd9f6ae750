package io.updraft.telemetry.figures;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.ServiceFigures;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Counts what arrives; trigger: the DynamoDB stream of the arrivals table, insertions only. One
 * write for each organization and hour in a batch, however many devices sent. A batch that fails
 * comes again as a whole.
 */
public final class FiguresHandler implements RequestHandler<DynamodbEvent, Void> {
  private static final int HOUR = 3_600;

  private final ServiceFigures figures;

  public FiguresHandler() {
    this(TelemetryStores.from(Environment.current(), Clock.systemUTC()).figures());
  }

  FiguresHandler(ServiceFigures figures) {
    this.figures = figures;
  }

  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    List<DynamodbStreamRecord> arrivals =
        event.getRecords().stream().filter(r -> "INSERT".equals(r.getEventName())).toList();
    if (!arrivals.isEmpty()) {
      String batchId = arrivals.getFirst().getDynamodb().getSequenceNumber();
      counted(arrivals)
          .forEach((of, sum) -> figures.add(of.organization(), of.hour(), batchId, sum));
    }
    return null;
  }

  private static Map<Of, Figures> counted(List<DynamodbStreamRecord> arrivals) {
    Map<Of, Figures> sums = new TreeMap<>();
    for (DynamodbStreamRecord arrival : arrivals) {
      Map<String, AttributeValue> item = arrival.getDynamodb().getNewImage();
      String organization = required(item, "pk").getS().split("#", 2)[0];
      long hour = Instant.parse(required(item, "at").getS()).getEpochSecond() / HOUR;
      Figures own =
          new Figures(
              1,
              Long.parseLong(required(item, "points").getN()),
              required(item, "block").getB().remaining());
      sums.merge(new Of(organization, hour), own, Figures::plus);
    }
    return sums;
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private record Of(String organization, long hour) implements Comparable<Of> {
    @Override
    public int compareTo(Of other) {
      int byName = organization.compareTo(other.organization);
      return byName == 0 ? Long.compare(hour, other.hour) : byName;
    }
  }
}
