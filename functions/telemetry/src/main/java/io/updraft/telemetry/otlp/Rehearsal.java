package io.updraft.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.updraft.telemetry.delivery.Items;

/**
 * One request read in both encodings. The messages are hundreds of classes: read once before the
 * snapshot, they don't keep the first sender waiting.
 */
final class Rehearsal {
  private static final String REQUEST =
      """
      {"resourceMetrics": [{
        "resource": {"attributes": [{"key": "device.id", "value": {"stringValue": "none"}}]},
        "scopeMetrics": [{"metrics": [
          {"name": "a", "gauge": {"dataPoints": [{"timeUnixNano": "1", "asDouble": 1}]}},
          {"name": "b", "sum": {"dataPoints": [{"timeUnixNano": "1", "asInt": "1"}]}},
          {"name": "c", "histogram": {"dataPoints": [{"timeUnixNano": "1", "count": "0"}]}}
        ]}]
      }]}
      """;

  private Rehearsal() {}

  static Items play() {
    ExportMetricsServiceRequest request = new JsonEncoding().read(REQUEST.getBytes(UTF_8));
    return MetricPoints.of(new ProtobufEncoding().read(request.toByteArray()));
  }
}
