package io.updraft.telemetry.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.updraft.http.FieldError;
import io.updraft.http.Json;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import io.updraft.telemetry.domain.Offered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of the three ways to send data points. What is wrong with a point is told with
 * it; what is wrong with the body as a whole is thrown.
 */
public final class BatchReader {
  private static final String POINTS = "data_points";
  private static final int MOST_BATCH_ID = 128;

  private final int mostPoints;

  /**
   * A reader of lists of at most so many points.
   *
   * @param mostPoints of one device
   */
  public BatchReader(int mostPoints) {
    this.mostPoints = mostPoints;
  }

  /**
   * A batch of one device.
   *
   * @param batchId null where the sender names none
   */
  public record Batch(List<Offered> points, @Nullable String batchId) {}

  /** {@code {"timestamp": ..., "metric_name": ..., "value": ...}}. */
  public Offered single(byte[] body) {
    return read(body, json -> new PointReader(json).read());
  }

  /** {@code {"data_points": [...], "batch_id": "..."}}. */
  public Batch batch(byte[] body) {
    return read(body, this::batch);
  }

  /** {@code {"device": [...], ...}}; in the order of the body. */
  public Map<String, List<Offered>> bulk(byte[] body) {
    return read(body, this::bulk);
  }

  private Batch batch(JsonParser json) throws IOException {
    List<Offered> points = null;
    String batchId = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals(POINTS)) {
        points = points(json, POINTS);
      } else if (name.equals("batch_id") && value != JsonToken.VALUE_NULL) {
        batchId = batchId(json);
      } else {
        json.skipChildren();
      }
    }
    if (points == null) {
      throw invalid(POINTS, "is required");
    }
    return new Batch(points, batchId);
  }

  private Map<String, List<Offered>> bulk(JsonParser json) throws IOException {
    Map<String, List<Offered>> devices = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String device = json.currentName();
      json.nextToken();
      devices.put(device, points(json, device));
    }
    return devices;
  }

  private List<Offered> points(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw invalid(field, "must be a list");
    }
    PointReader reader = new PointReader(json);
    List<Offered> points = new ArrayList<>();
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (++count > mostPoints) {
        json.skipChildren();
      } else {
        points.add(reader.read());
      }
    }
    if (count < 1 || count > mostPoints) {
      throw invalid(field, "must have 1 to %d entries, not %d".formatted(mostPoints, count));
    }
    return points;
  }

  private static String batchId(JsonParser json) throws IOException {
    String batchId = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
    if (batchId.isBlank() || batchId.length() > MOST_BATCH_ID) {
      throw invalid("batch_id", "must be a text of 1 to %d characters".formatted(MOST_BATCH_ID));
    }
    return batchId;
  }

  private static <T> T read(byte[] body, Reading<T> reading) {
    try (JsonParser json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Problem.malformed("Send a JSON object.").exception();
      }
      T read = reading.read(json);
      if (json.nextToken() != null) {
        throw Problem.malformed("Send one JSON object and nothing after it.").exception();
      }
      return read;
    } catch (IOException wrong) {
      throw Json.malformed(wrong);
    }
  }

  private static ProblemException invalid(String field, String message) {
    return Problem.validation(List.of(new FieldError(field, message))).exception();
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(JsonParser json) throws IOException;
  }
}
