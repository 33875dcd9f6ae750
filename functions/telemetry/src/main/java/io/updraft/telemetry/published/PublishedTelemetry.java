package io.updraft.telemetry.published;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.lambda.Environment;
import io.updraft.telemetry.dynamodb.ArrivedItem;
import io.updraft.telemetry.dynamodb.CachedDefinitions;
import io.updraft.telemetry.dynamodb.DynamoAlertFigures;
import io.updraft.telemetry.dynamodb.DynamoPointStore;
import io.updraft.telemetry.dynamodb.RecentPoints;
import io.updraft.telemetry.dynamodb.TelemetryTables;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the wiring of another context takes from this one. */
public final class PublishedTelemetry {
  private PublishedTelemetry() {}

  /** On {@code METRICS_TABLE}. */
  public static MetricTypes metricTypes(Dynamo dynamo, Environment environment) {
    return new CachedDefinitions(dynamo, environment.text("METRICS_TABLE"));
  }

  /** On {@code SERIES_TABLE}. */
  public static AlertFigures alertFigures(Dynamo dynamo, Environment environment) {
    return new DynamoAlertFigures(dynamo, TelemetryTables.from(environment));
  }

  /** On {@code ARRIVALS_TABLE} and {@code SERIES_TABLE}. */
  public static StoredPoints points(Dynamo dynamo, Environment environment, Clock clock) {
    return new RecentPoints(new DynamoPointStore(dynamo, TelemetryTables.from(environment), clock));
  }

  /** What an insertion into the arrivals table brought. */
  public static Arrived arrived(DynamodbStreamRecord insertion) {
    Map<String, AttributeValue> image = insertion.getDynamodb().getNewImage();
    ItemBuilder item = Item.build();
    for (String text : List.of("pk", "sk", "at")) {
      item.text(text, required(image, text).getS());
    }
    ByteBuffer block = required(image, "block").getB().duplicate();
    byte[] bytes = new byte[block.remaining()];
    block.get(bytes);
    return new ArrivedItem(new Item(item.bytes("block", bytes).attributes()));
  }

  private static AttributeValue required(Map<String, AttributeValue> image, String name) {
    return Objects.requireNonNull(image.get(name), name);
  }
}
