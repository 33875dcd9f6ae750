package io.updraft.telemetry.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a request is written; its answer is written likewise. */
sealed interface Encoding permits ProtobufEncoding, JsonEncoding {
  String mediaType();

  /**
   * Reads a request.
   *
   * @throws io.updraft.http.ProblemException {@code MALFORMED} when it can't be decoded
   */
  ExportMetricsServiceRequest read(byte[] body);

  /** The answer where all data points were kept. */
  byte[] success();

  /** The answer where some were not. */
  byte[] partialSuccess(int rejected, String message);

  /** A {@code google.rpc.Status}. */
  byte[] status(int code, String message);

  /** That of the body of a request, if it is one of these. */
  static Optional<Encoding> of(HttpRequest request) {
    String type = request.header("content-type").orElse("").split(";", 2)[0].strip();
    return Stream.<Encoding>of(new ProtobufEncoding(), new JsonEncoding())
        .filter(e -> e.mediaType().equals(type.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static Problem unknown() {
    return Problem.unsupportedMediaType(
        "Send the metrics as application/x-protobuf or application/json.");
  }
}
