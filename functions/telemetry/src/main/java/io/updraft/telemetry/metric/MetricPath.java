package io.updraft.telemetry.metric;

import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import io.updraft.telemetry.domain.MetricDefinition;
import io.updraft.telemetry.domain.PointLimits;

/** What several operations on one definition have in common at the edge. */
final class MetricPath {
  private MetricPath() {}

  /**
   * The name in the path, without surrounding blanks.
   *
   * @throws ProblemException {@code NOT_FOUND} for what no metric can be called
   */
  static String name(HttpRequest request) {
    String given = request.path("name");
    return PointLimits.metric(given).orElseThrow(() -> notFound(given));
  }

  /**
   * The definition of the name in the path.
   *
   * @throws ProblemException {@code NOT_FOUND} where there is none, or a deleted one
   */
  static MetricDefinition existing(HttpRequest request, ShowMetric showMetric) {
    String name = name(request);
    return showMetric.show(request.caller().organization(), name).orElseThrow(() -> notFound(name));
  }

  static ProblemException notFound(String name) {
    return Problem.notFound("metric definition", name).exception();
  }

  static ProblemException contended() {
    return Problem.conflict("The definition is being changed by others; send the request again.")
        .exception();
  }
}
