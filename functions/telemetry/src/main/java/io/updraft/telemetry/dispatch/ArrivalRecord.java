package io.updraft.telemetry.dispatch;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of the arrivals table's stream: what a device sent in one request, without its points.
 */
record ArrivalRecord(DynamodbStreamRecord insertion) {
  /** Organization and device. */
  String entity() {
    return required("pk").getS();
  }

  String organization() {
    return entity().split("#", 2)[0];
  }

  String device() {
    return entity().split("#", -1)[1];
  }

  String arrivalId() {
    return required("sk").getS();
  }

  Instant at() {
    return Instant.parse(required("at").getS());
  }

  int points() {
    return Integer.parseInt(required("points").getN());
  }

  int metrics() {
    return Integer.parseInt(required("metrics").getN());
  }

  int bytes() {
    return required("block").getB().remaining();
  }

  @Nullable String text(String name) {
    AttributeValue value = image().get(name);
    return value == null ? null : value.getS();
  }

  /** Ascending within a shard, and the same when the record comes again. */
  String number() {
    return insertion.getDynamodb().getSequenceNumber();
  }

  private AttributeValue required(String name) {
    return Objects.requireNonNull(image().get(name), name);
  }

  private Map<String, AttributeValue> image() {
    return insertion.getDynamodb().getNewImage();
  }
}
