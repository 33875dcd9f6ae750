package io.updraft.telemetry.query;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.telemetry.domain.Definitions;
import io.updraft.telemetry.domain.Figures;
import io.updraft.telemetry.domain.ServiceFigures;
import io.updraft.telemetry.query.Hours.Hour;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code GET /api/v1/telemetry/stats}: what arrived in the organization. */
final class StatsHandler implements Operation {
  private static final Duration LONGEST = Duration.ofDays(90);

  private final ServiceFigures figures;
  private final Definitions definitions;
  private final Clock clock;

  StatsHandler(ServiceFigures figures, Definitions definitions, Clock clock) {
    this.figures = figures;
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Instant now = clock.instant();
    String organization = request.caller().organization();
    Map<Long, Figures> byHour = figures.since(organization, now.minus(LONGEST));
    Figures all = byHour.values().stream().reduce(Figures.NONE, Figures::plus);
    List<Hour> hours = Hours.lastDay(byHour, now);
    return HttpResponse.ok(
        new Answer(
            definitions.count(organization),
            LONGEST.toDays(),
            all.requests(),
            all.points(),
            all.bytes(),
            Hours.points(hours),
            Hours.perMinute(hours),
            hours,
            all.alerts(),
            Hours.alerts(byHour, now)));
  }

  private record Answer(
      long metrics,
      long days,
      long requests,
      long points,
      long bytesReceived,
      long pointsLast24h,
      double pointsPerMinute,
      List<Hour> byHour,
      long alerts,
      long alertsLast24h) {}
}
