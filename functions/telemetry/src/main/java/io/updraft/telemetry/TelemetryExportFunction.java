package io.updraft.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.updraft.lambda.Environment;
import io.updraft.lambda.StreamBatch;
import io.updraft.telemetry.dynamodb.TelemetryStores;
import io.updraft.telemetry.export.ContinueExport;
import io.updraft.telemetry.s3.S3ExportFiles;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the files of exports; trigger: the DynamoDB stream of the exports table, so that each step
 * that is stored brings about the next.
 */
public final class TelemetryExportFunction
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final ContinueExport continueExport;

  public TelemetryExportFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  private TelemetryExportFunction(Environment environment, Clock clock) {
    this(TelemetryStores.from(environment, clock), environment);
  }

  private TelemetryExportFunction(TelemetryStores stores, Environment environment) {
    this(
        new ContinueExport(
            stores.exports(environment),
            S3ExportFiles.from(environment),
            stores.points(),
            stores.clock()));
  }

  TelemetryExportFunction(ContinueExport continueExport) {
    this.continueExport = continueExport;
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return StreamBatch.inOrder(event, this::step);
  }

  private void step(DynamodbStreamRecord record) {
    Map<String, AttributeValue> item = record.getDynamodb().getNewImage();
    if (item != null) {
      continueExport.step(
          required(item, "pk").getS(),
          required(item, "sk").getS(),
          Long.parseLong(required(item, "version").getN()));
    }
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }
}
