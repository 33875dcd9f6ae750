package io.updraft.telemetry.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.updraft.http.Problem;

/** Protocol Buffers. */
record ProtobufEncoding() implements Encoding {
  @Override
  public String mediaType() {
    return "application/x-protobuf";
  }

  @Override
  public ExportMetricsServiceRequest read(byte[] body) {
    try {
      return ExportMetricsServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException wrong) {
      throw Problem.malformed("The body is no ExportMetricsServiceRequest in protobuf.")
          .exception(wrong);
    }
  }

  @Override
  public byte[] success() {
    return ExportMetricsServiceResponse.getDefaultInstance().toByteArray();
  }

  @Override
  public byte[] partialSuccess(int rejected, String message) {
    return ExportMetricsServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportMetricsPartialSuccess.newBuilder()
                .setRejectedDataPoints(rejected)
                .setErrorMessage(message))
        .build()
        .toByteArray();
  }

  /** Field by field, for the sake of which no further library is worth its place. */
  @Override
  public byte[] status(int code, String message) {
    ByteString text = ByteString.copyFromUtf8(message);
    return UnknownFieldSet.newBuilder()
        .addField(1, Field.newBuilder().addVarint(code).build())
        .addField(2, Field.newBuilder().addLengthDelimited(text).build())
        .build()
        .toByteArray();
  }
}
