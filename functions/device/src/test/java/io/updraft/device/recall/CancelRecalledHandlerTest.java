package io.updraft.device.recall;

import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;
import static io.updraft.device.domain.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.device.domain.InMemoryUpdates;
import io.updraft.device.domain.Samples;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.UpdateRef;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelRecalledHandlerTest {
  private final InMemoryUpdates updates = new InMemoryUpdates();
  private final CancelRecalledHandler handler =
      new CancelRecalledHandler(new TwoPages(), updates, MutableClock.at(NOW));

  private StreamsEventResponse recalled(String firmwareId) {
    StreamRecord change = new StreamRecord();
    change.setKeys(Map.of("pk", new AttributeValue("acme#" + firmwareId)));
    change.setSequenceNumber("42");
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setDynamodb(change);
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(record));
    return handler.handleRequest(event, new TestContext());
  }

  @Test
  void cancelsWhatWaitsAndAsksTheDevicesThatHaveBegun() {
    Update waiting = Samples.single();
    Update begun = Samples.scheduled().reported(report(UpdateStatus.INSTALLING), NOW);
    updates.add(waiting);
    updates.add(begun);

    assertThat(recalled(FIRMWARE).getBatchItemFailures()).isEmpty();
    recalled(FIRMWARE);

    assertThat(updates.get(waiting.id()).status()).isEqualTo(UpdateStatus.CANCELLED);
    assertThat(updates.get(begun.id()).cancelling()).isTrue();
    assertThat(updates.events()).containsExactly("update.cancelled");
  }

  @Test
  void comesAgainWhereItFailed() {
    updates.add(Samples.single());
    updates.overtake(8);

    assertThat(recalled(FIRMWARE).getBatchItemFailures())
        .extracting(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
        .containsExactly("42");
  }

  /** The two updates of the test, one a page. */
  private static final class TwoPages implements UpdateIndex {
    @Override
    public List<UpdateRef> due(int part, Instant now, int limit) {
      return List.of();
    }

    @Override
    public List<UpdateRef> dueAtService(int part, Instant now, int limit) {
      return List.of();
    }

    @Override
    public Page unfinishedSingles(String organization, String firmwareId, @Nullable String after) {
      return after == null
          ? new Page(List.of(new UpdateRef(organization, Samples.single().id())), "more")
          : new Page(List.of(new UpdateRef(organization, Samples.scheduled().id())), null);
    }
  }
}
