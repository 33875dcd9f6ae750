package io.updraft.telemetry.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import io.updraft.lambda.Environment;
import io.updraft.lambda.metrics.MetricLine;
import io.updraft.live.published.LiveFeed;
import io.updraft.live.published.PublishedLive;
import io.updraft.sqs.SqsQueue;
import io.updraft.telemetry.domain.Announcements;
import io.updraft.telemetry.domain.ServiceFigures;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.sqs.SqsAnnouncements;
import java.time.Clock;
import java.util.List;

/**
 * Takes arrivals to all who want them, so that the stream of the arrivals table, which can have two
 * readers, has one; trigger: that stream, insertions only. A batch that fails comes again as a
 * whole. What is counted comes last: it is least sure to be taken once at a repeat.
 */
public final class DispatchHandler implements RequestHandler<DynamodbEvent, Void> {
  private final AnnounceArrivals announceArrivals;
  private final ShowArrivals showArrivals;
  private final CountArrivals countArrivals;
  private final Clock clock;

  public DispatchHandler() {
    this(Environment.current(), Clock.systemUTC());
  }

  private DispatchHandler(Environment environment, Clock clock) {
    this(environment, clock, TelemetryStores.from(environment, clock));
  }

  private DispatchHandler(Environment environment, Clock clock, TelemetryStores stores) {
    this(
        new SqsAnnouncements(SqsQueue.named(environment, "RECEIVED_QUEUE_URL")),
        PublishedLive.feed(stores.dynamo(), environment, clock),
        stores.figures(),
        clock);
  }

  DispatchHandler(Announcements announcements, LiveFeed feed, ServiceFigures figures, Clock clock) {
    announceArrivals = new AnnounceArrivals(announcements);
    showArrivals = new ShowArrivals(feed);
    countArrivals = new CountArrivals(figures);
    this.clock = clock;
  }

  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    List<ArrivalRecord> arrivals =
        event.getRecords().stream()
            .filter(record -> "INSERT".equals(record.getEventName()))
            .map(ArrivalRecord::new)
            .toList();
    if (!arrivals.isEmpty()) {
      announceArrivals.announce(arrivals);
      showArrivals.show(arrivals);
      countArrivals.count(arrivals);
      context.getLogger().log(line(arrivals));
    }
    return null;
  }

  private String line(List<ArrivalRecord> arrivals) {
    return new MetricLine("arrivals")
        .count("points_ingested", arrivals.stream().mapToLong(ArrivalRecord::points).sum())
        .count("batches_ingested", arrivals.size())
        .at(clock.instant());
  }
}
