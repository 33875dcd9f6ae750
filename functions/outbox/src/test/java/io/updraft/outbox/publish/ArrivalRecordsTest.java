package io.updraft.outbox.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.events.Envelope;
import io.updraft.events.TelemetryDataReceived;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.outbox.domain.OutboxEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalRecordsTest {
  private final ArrivalRecords records = new ArrivalRecords();

  private static DynamodbStreamRecord arrival(String arrivalId) {
    StreamRecord change = new StreamRecord();
    change.setNewImage(
        Map.of(
            "pk", new AttributeValue("acme#d1"),
            "sk", new AttributeValue(arrivalId),
            "points", new AttributeValue().withN("40"),
            "metrics", new AttributeValue().withN("3"),
            "at", new AttributeValue("2026-11-25T12:00:00.123Z"),
            "correlation_id", new AttributeValue("c-7")));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(change);
    return record;
  }

  @Test
  void tellsWhatWasStored() {
    OutboxEvent event = records.event(arrival("01A"));
    Envelope envelope = ((ReadResult.Known) new EventJson().read(event.json())).envelope();

    assertThat(event.entity()).isEqualTo("acme#d1");
    assertThat(envelope.data())
        .isEqualTo(
            new TelemetryDataReceived("d1", 3, 40, Instant.parse("2026-11-25T12:00:00.123Z")));
    assertThat(envelope.organizationId()).contains("acme");
    assertThat(envelope.correlationId()).contains("c-7");
    assertThat(envelope.natsSubject().toString()).contains("telemetry.data.received");
  }

  @Test
  void theSameRecordIsTheSameEvent() {
    assertThat(records.event(arrival("01A"))).isEqualTo(records.event(arrival("01A")));
    assertThat(records.event(arrival("01A")).json())
        .isNotEqualTo(records.event(arrival("01B")).json());
  }
}
