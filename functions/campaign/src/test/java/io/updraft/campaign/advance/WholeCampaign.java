package io.updraft.campaign.advance;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.updraft.campaign.StoredCommands;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Campaigns.Stored;
import io.updraft.campaign.domain.Canary;
import io.updraft.campaign.domain.DeploymentStrategy;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Pace;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.dynamodb.CampaignStores;
import io.updraft.campaign.dynamodb.DynamoWorld;
import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Discretion;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.TestContext;
import io.updraft.testing.TestDatabase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** One walk: users, devices, time and workers, sometimes two of them at once. */
final class WholeCampaign {
  private static final int DEVICES = 9;
  private static final int CONCURRENT = 2;
  private static final int LEAST_STEPS = 10;
  private static final int MORE_STEPS = 50;
  private static final Set<CampaignStatus> GOES_ON =
      EnumSet.of(CampaignStatus.IN_PROGRESS, CampaignStatus.PAUSED);
  private static final int MOST_TO_END = 600;
  private static final List<DeploymentStrategy> STRATEGIES = List.of(DeploymentStrategy.values());
  private static final List<String> COMMANDS =
      List.of("start", "pause", "resume", "resume", "promote");
  private static final List<String> LAST = List.of("cancel", "rollback", "rollback");
  private static final List<String> DECISIONS = List.of("resume", "cancel", "rollback");

  private final SplittableRandom random;
  private final DynamoWorld world;
  private final CampaignStores stores;
  private final StoredCommands commands;
  private final AdvanceCampaignHandler workers;
  private final WholeFleet fleet;
  private final WholeRules rules;
  private final String campaignId;

  WholeCampaign(TestDatabase database, long seed) {
    random = new SplittableRandom(seed);
    world = new DynamoWorld(database);
    stores = world.stores();
    commands = new StoredCommands(stores);
    workers = new AdvanceCampaignHandler(stores);
    List<String> ids = IntStream.range(0, DEVICES).mapToObj("d%d"::formatted).toList();
    world.earlierFirmware();
    world.devicesRunning(ids, "1.0.0");
    campaignId = created(STRATEGIES.get(Math.floorMod(seed, STRATEGIES.size())), ids);
    fleet = new WholeFleet(world, ids, random.split());
    rules = new WholeRules(world, fleet, campaignId, CONCURRENT);
  }

  private String created(DeploymentStrategy strategy, List<String> ids) {
    Pace pace =
        new Pace(
            strategy,
            100,
            CONCURRENT,
            1 + random.nextInt(5),
            new Canary(30, 1, 60),
            null,
            Discretion.NONE);
    Move creation =
        stores
            .moves()
            .create(
                Examples.plan(
                    new Targeting(ids.size(), List.of(), null, false),
                    pace,
                    Examples.limits(30 + random.nextInt(70), 1 + random.nextInt(3))),
                Examples.firmware(),
                ids.size(),
                OLGA);
    assertThat(stores.campaigns().create(creation, ids, true)).isEqualTo(Stored.STORED);
    return creation.after().campaignId();
  }

  /** Plays it to its end, and tells what was seen. */
  Set<Sight> play() {
    rules.check();
    command("start");
    int steps = LEAST_STEPS + draw(MORE_STEPS);
    for (int step = 0; step < steps; step++) {
      if (draw(4) == 0) {
        atOnce();
      } else {
        act(draw(100));
      }
      rules.check();
    }
    end();
    return rules.seen();
  }

  private void act(int what) {
    if (what < 45) {
      fleet.act();
    } else if (what < 80) {
      advance();
    } else if (what < 88) {
      command(drawn(COMMANDS));
    } else if (what < 90) {
      command(drawn(LAST));
    } else {
      world.clock().advance(Duration.ofMinutes(draw(25)));
      fleet.sweep();
    }
  }

  private String drawn(List<String> commands) {
    return commands.get(draw(commands.size()));
  }

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  private void atOnce() {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      int one = draw(90);
      int other = draw(90);
      var first = both.submit(() -> act(one));
      var second = both.submit(() -> act(other));
      first.get();
      second.get();
    } catch (Exception e) {
      throw new AssertionError("two at once: " + e, e);
    }
  }

  private void command(String command) {
    boolean wantsReason = command.equals("rollback");
    ApiAnswer answer =
        commands.command(campaignId, command, wantsReason ? "{\"reason\":\"chance\"}" : "");
    assertThat(answer.status()).as("%s: %s", command, answer).isIn(200, 409);
  }

  private void advance() {
    DynamodbStreamRecord item = new DynamodbStreamRecord();
    item.setDynamodb(
        new StreamRecord()
            .withSequenceNumber("1")
            .withKeys(Map.of("pk", new AttributeValue(ORGANIZATION + "#" + campaignId))));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(item));
    assertThat(workers.handleRequest(event, new TestContext()).getBatchItemFailures()).isEmpty();
  }

  /** Half of those that go on are taken back in the middle, and all that can be at the end. */
  private void end() {
    if (GOES_ON.contains(campaign().status()) && draw(2) > 0) {
      takeBackAtWork();
    }
    comeToRest();
    if (campaign().status().mayMoveTo(CampaignStatus.ROLLBACK)) {
      takeBackAtOnce();
      comeToRest();
    }
  }

  /** Looked at before a device has answered, or too many that go back at once would go unseen. */
  private void takeBackAtOnce() {
    command("rollback");
    advance();
    rules.check();
  }

  /**
   * The two ways in which a rollback could end too early: it passes over devices that are at work,
   * and they complete although they should not; and all go back but one, which is to try again.
   */
  private void takeBackAtWork() {
    advance();
    fleet.begin();
    takeBackAtOnce();
    fleet.completeNevertheless();
    for (int turn = 0; turn < DEVICES; turn++) {
      advance();
      fleet.takeBackAllButOne();
    }
    advance();
    rules.check();
  }

  /** Whoever has not decided does so now; then all goes on without users. */
  private void comeToRest() {
    for (int turn = 0; turn < MOST_TO_END && !over(); turn++) {
      switch (campaign().status()) {
        case PAUSED -> command(drawn(DECISIONS));
        case SCHEDULED, CREATED -> command("cancel");
        default -> {}
      }
      advance();
      fleet.act();
      if (turn % 10 == 0) {
        world.clock().advance(Duration.ofMinutes(10));
        fleet.sweep();
        rules.check();
      }
      if (turn == MOST_TO_END / 2 && campaign().status() == CampaignStatus.IN_PROGRESS) {
        command("cancel"); // A canary that has shown nothing waits for an operator.
      }
    }
    rules.check();
    assertThat(over()).as("it comes to its end: %s", campaign()).isTrue();
  }

  private boolean over() {
    return stores.engines().find(ORGANIZATION, campaignId).orElseThrow().mandate() == Mandate.DONE;
  }

  private Campaign campaign() {
    return stores.campaigns().find(ORGANIZATION, campaignId).orElseThrow();
  }
}
