package io.updraft.telemetry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.updraft.telemetry.published.Circumstances;
import io.updraft.telemetry.published.DataPoint;
import io.updraft.telemetry.published.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object of {@code data_points} and what is known about them, point by point. Values come
 * out as they came in.
 */
public final class PointWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final JsonGenerator json;
  private String device = "";
  private String metric = "";

  public PointWriter() {
    this(true);
  }

  private PointWriter(boolean list) {
    try {
      json = FACTORY.createGenerator(bytes);
      if (list) {
        json.writeStartObject();
        json.writeArrayFieldStart("data_points");
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** One point as an object by itself. */
  public static byte[] one(String device, String metric, DataPoint point) {
    PointWriter writer = new PointWriter(false);
    writer.series(device, metric);
    writer.point(point);
    writer.close();
    return writer.bytes.toByteArray();
  }

  /** What follows is of this device and metric. */
  public void series(String ofDevice, String ofMetric) {
    device = ofDevice;
    metric = ofMetric;
  }

  public void point(DataPoint point) {
    written(
        () -> {
          begin(point.time());
          value("value", point.value());
          circumstances(point.circumstances());
          json.writeEndObject();
        });
  }

  /**
   * An aggregated value.
   *
   * @param start of its interval, in nanoseconds since the epoch
   * @param error as {@code Bucket} has it, or null where the value is exact
   */
  public void aggregate(long start, Value value, long count, @Nullable Double error) {
    written(
        () -> {
          begin(start);
          value("value", value);
          json.writeNumberField("count", count);
          if (error != null) {
            json.writeNumberField("rank_error", error);
          }
          json.writeEndObject();
        });
  }

  /** Bytes so far, as far as they are flushed: a few thousand may be missing. */
  public int size() {
    return bytes.size();
  }

  /** Ends the points, adds what is told about them, and gives all of it. */
  public byte[] end(Map<String, ? extends @Nullable Object> about) {
    written(
        () -> {
          json.writeEndArray();
          for (Map.Entry<String, ? extends @Nullable Object> told : about.entrySet()) {
            json.writeFieldName(told.getKey());
            scalar(told.getValue());
          }
          json.writeEndObject();
        });
    close();
    return bytes.toByteArray();
  }

  private void close() {
    written(json::close);
  }

  private void begin(long time) throws IOException {
    json.writeStartObject();
    if (!device.isEmpty()) {
      json.writeStringField("device_id", device);
    }
    if (!metric.isEmpty()) {
      json.writeStringField("metric_name", metric);
    }
    json.writeStringField("timestamp", Times.text(time));
  }

  private void value(String name, Value value) throws IOException {
    json.writeFieldName(name);
    switch (value) {
      case Value.Whole(long number) -> json.writeNumber(number);
      case Value.Decimal(double number) -> json.writeNumber(number);
      case Value.Exact(var number) -> json.writeNumber(number);
      case Value.Flag(boolean flag) -> json.writeBoolean(flag);
      case Value.Text(String text) -> json.writeString(text);
      case Value.Json(String object) -> json.writeRawValue(object);
    }
  }

  private void circumstances(Circumstances circumstances) throws IOException {
    json.writeStringField("unit", circumstances.unit());
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : circumstances.tags().entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
    if (circumstances.metadata() != null) {
      json.writeFieldName("metadata");
      json.writeRawValue(circumstances.metadata());
    }
    json.writeNumberField("quality", circumstances.quality());
    if (circumstances.outOfRange()) {
      json.writeBooleanField("out_of_range", true);
    }
  }

  private void scalar(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(value.toString());
    }
  }

  private static void written(Writing writing) {
    try {
      writing.write();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }
}
