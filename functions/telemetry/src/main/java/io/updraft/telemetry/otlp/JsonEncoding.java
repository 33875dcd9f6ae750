package io.updraft.telemetry.otlp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.updraft.http.Json;
import io.updraft.http.Problem;
import java.util.Map;

/** JSON, as the specification of OTLP changes that of Protocol Buffers. */
record JsonEncoding() implements Encoding {
  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public ExportMetricsServiceRequest read(byte[] body) {
    if (!(Json.read(body) instanceof ObjectNode object)) {
      throw Problem.malformed("Send a JSON object.").exception();
    }
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    JsonMessage.read(object, request);
    return request.build();
  }

  @Override
  public byte[] success() {
    return Json.write(Map.of());
  }

  /** Numbers of 64 bits are texts. */
  @Override
  public byte[] partialSuccess(int rejected, String message) {
    Map<String, String> partial =
        Map.of("rejectedDataPoints", Integer.toString(rejected), "errorMessage", message);
    return Json.write(Map.of("partialSuccess", partial));
  }

  @Override
  public byte[] status(int code, String message) {
    return Json.write(Map.of("code", code, "message", message));
  }
}
