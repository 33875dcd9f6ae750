package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.campaign.memory.Examples;
import io.updraft.testing.ConsumedCapacity;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a large campaign costs. {@code -Dscale.devices=100000} makes it a benchmark: request units
 * are asserted, seconds only printed.
 */
@ExtendWith(DynamoDbServer.class)
class CampaignScaleTest {
  private static final int DEVICES = Integer.getInteger("scale.devices", 900);
  private static final int CONCURRENT = Math.min(1_000, DEVICES / 3);

  private final ConsumedCapacity consumed;
  private final DynamoWorld world;
  private final CampaignStores stores;
  private final AdvanceCampaignHandler handler;

  CampaignScaleTest(TestDatabase database) {
    consumed = database.consumed();
    world = DynamoWorld.large(database);
    stores = world.stores();
    handler = new AdvanceCampaignHandler(stores);
  }

  @Test
  void paysPerDeviceAndAConstantForTheStart() {
    List<String> ids = IntStream.range(0, DEVICES).mapToObj("device-%06d"::formatted).toList();
    world.manyDevices(ids);
    Campaign created = created(ids);

    Phase start = measured("start", 1, () -> start(created));
    Phase filled =
        measured("release", CONCURRENT, () -> advance(created, e -> e.released() == CONCURRENT));
    Phase resolve =
        measured(
            "resolve", DEVICES - resolvedSoFar(created), () -> advance(created, Engine::resolved));

    assertThat(start.writeUnits()).as("start, whatever the size").isLessThanOrEqualTo(20);
    assertThat(resolve.writesEach()).as("a target").isLessThanOrEqualTo(10);
    assertThat(resolve.readsEach()).as("a target").isLessThanOrEqualTo(2);
    assertThat(filled.writesEach()).as("a target, and its release").isLessThanOrEqualTo(20);
    assertThat(stores.devices().updates().tally(ORGANIZATION, created.campaignId()).total())
        .isEqualTo(DEVICES);
  }

  private long resolvedSoFar(Campaign campaign) {
    return engine(campaign).targets();
  }

  private Campaign created(List<String> ids) {
    Move creation =
        stores
            .moves()
            .create(
                DynamoWorld.forced(ids.size(), Examples.pace(100, CONCURRENT, 50)),
                Examples.firmware(),
                ids.size(),
                OLGA);
    assertThat(stores.campaigns().create(creation, ids, true)).isEqualTo(Stored.STORED);
    return creation.after();
  }

  private void start(Campaign created) {
    Move start = stores.moves().start(created, DEVICES, OLGA);
    assertThat(stores.campaigns().move(start)).isEqualTo(Stored.STORED);
  }

  private void advance(Campaign campaign, Predicate<Engine> enough) {
    int most = DEVICES; // Each call takes more than one device further.
    for (int call = 0; call < most && !enough.test(engine(campaign)); call++) {
      assertThat(handler.handleRequest(change(campaign), new TestContext()).getBatchItemFailures())
          .isEmpty();
    }
    assertThat(engine(campaign)).matches(enough);
  }

  private Engine engine(Campaign campaign) {
    return stores.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
  }

  private static DynamodbEvent change(Campaign campaign) {
    DynamodbStreamRecord item = new DynamodbStreamRecord();
    String pk = ORGANIZATION + "#" + campaign.campaignId();
    item.setDynamodb(
        new StreamRecord()
            .withSequenceNumber("1")
            .withKeys(Map.of("pk", new AttributeValue(pk), "sk", new AttributeValue("ENGINE"))));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(item));
    return event;
  }

  /** What some steps have cost. */
  private record Phase(
      String name, long devices, double readUnits, double writeUnits, double seconds) {
    double readsEach() {
      return readUnits / devices;
    }

    double writesEach() {
      return writeUnits / devices;
    }
  }

  @SuppressWarnings("SystemOut")
  private Phase measured(String name, long devices, Runnable steps) {
    consumed.reset();
    long begin = System.nanoTime();
    steps.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    Phase phase = new Phase(name, devices, consumed.readUnits(), consumed.writeUnits(), seconds);
    System.out.printf(
        "%s of %d: %.1f s, %.2f read and %.2f write units each%n",
        name, devices, seconds, phase.readsEach(), phase.writesEach());
    return phase;
  }
}
