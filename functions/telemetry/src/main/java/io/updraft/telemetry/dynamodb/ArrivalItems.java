package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.telemetry.intake.Arrival;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of the arrivals table: partition {@code organization#device}, sorted by arrival id, so
 * that what came last is read last.
 */
final class ArrivalItems {
  static final String BLOCK = "block";

  private ArrivalItems() {}

  static Key key(String organization, String deviceId, String arrivalId) {
    return new Key(SeriesKeys.device(organization, deviceId), arrivalId);
  }

  static Map<String, AttributeValue> written(Arrival arrival, byte[] block) {
    Key key = key(arrival.origin().organizationId(), arrival.deviceId(), arrival.arrivalId());
    return Item.build()
        .text("pk", key.pk())
        .text("sk", key.sk())
        .bytes(BLOCK, block)
        .number("points", arrival.points())
        .number("metrics", arrival.series().size())
        .time("at", arrival.at())
        .text("correlation_id", arrival.origin().correlationId())
        .text("traceparent", arrival.origin().traceparent())
        .expiry("expires_at", arrival.expiresAt())
        .attributes();
  }
}
