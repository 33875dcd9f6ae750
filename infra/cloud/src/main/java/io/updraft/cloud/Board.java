package io.updraft.cloud;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

/** The dashboard: is the API well, do events flow, which functions fail or take long. */
final class Board {
  private static final int WIDTH = 12;

  /** A graph shows so many functions before it says nothing any more. */
  private static final int LINES = 100;

  private Board() {}

  static void create(Construct scope, StageSettings settings, ApplicationStack application) {
    Dashboard board =
        Dashboard.Builder.create(scope, "Board").dashboardName(settings.name("board")).build();
    board.addWidgets(
        graph("Requests", api(application, "Count", "Sum")),
        graph(
            "Failures of the API", api(application, "5xx", "Sum"), api(application, "4xx", "Sum")),
        graph("Latency, p99", api(application, "Latency", "p99")),
        graph(
            "Events",
            Stream.of(EventMetric.values()).map(EventMetric::metric).toArray(IMetric[]::new)),
        graph("Points", own("points_ingested"), own("batches_ingested")),
        graph("Alerts", own("alerts_triggered"), own("alerts_resolved")),
        graph("Errors", functions(application, "Errors", "Sum")),
        graph("Duration, p99", functions(application, "Duration", "p99")));
  }

  private static Metric own(String name) {
    return Alarms.metric(EventMetric.NAMESPACE, name, "Sum", Map.of());
  }

  private static IMetric[] functions(ApplicationStack application, String name, String statistic) {
    return application.template().functions().keySet().stream()
        .limit(LINES)
        .map(id -> Map.of("FunctionName", application.reference(id)))
        .map(dimensions -> Alarms.metric("AWS/Lambda", name, statistic, dimensions))
        .toArray(IMetric[]::new);
  }

  private static Metric api(ApplicationStack application, String name, String statistic) {
    return Alarms.metric("AWS/ApiGateway", name, statistic, Map.of("ApiId", application.apiId()));
  }

  private static IWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create().title(title).width(WIDTH).left(List.of(metrics)).build();
  }
}
