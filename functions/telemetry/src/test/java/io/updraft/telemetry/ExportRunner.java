package io.updraft.telemetry;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.telemetry.export.ContinueExport;
import io.updraft.telemetry.export.Export;
import io.updraft.testing.TestContext;
import java.util.List;
import java.util.Map;

/** Does what the stream of the exports table does, with parts of a megabyte. */
final class ExportRunner {
  private static final int PART = 1 << 20;
  private static final int MOST_STEPS = 100;

  private final TelemetryWorld world;
  private final ContinueExport continueExport;

  ExportRunner(TelemetryWorld world) {
    this.world = world;
    this.continueExport =
        new ContinueExport(world.exports, world.files, world.stores.points(), world.clock, PART);
  }

  Export export(String id) {
    return world.exports.find(TelemetryWorld.ORGANIZATION, id).orElseThrow();
  }

  void step(String id) {
    step(id, export(id).version());
  }

  void step(String id, long version) {
    continueExport.step(TelemetryWorld.ORGANIZATION, id, version);
  }

  /** As records of the stream, until it has ended. */
  void run(String id) {
    TelemetryExportFunction function = new TelemetryExportFunction(continueExport);
    for (int i = 0; export(id).status() == Export.Status.RUNNING; i++) {
      if (i == MOST_STEPS) {
        throw new AssertionError("it does not end: " + export(id));
      }
      function.handleRequest(changed(export(id)), new TestContext());
    }
  }

  private static DynamodbEvent changed(Export export) {
    StreamRecord change =
        new StreamRecord()
            .withSequenceNumber(Long.toString(export.version()))
            .withNewImage(
                Map.of(
                    "pk", new AttributeValue().withS(export.organization()),
                    "sk", new AttributeValue().withS(export.exportId()),
                    "version", new AttributeValue().withN(Long.toString(export.version()))));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setDynamodb(change);
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(record));
    return event;
  }
}
