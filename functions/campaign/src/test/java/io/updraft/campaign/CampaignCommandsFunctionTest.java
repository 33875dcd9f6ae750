package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static io.updraft.campaign.memory.Examples.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.memory.MemoryCatalogue;
import io.updraft.campaign.memory.World;
import io.updraft.events.CampaignCreated;
import io.updraft.events.Envelope;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.ApiAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CampaignCommandsFunctionTest {
  private static final String CREATE = "POST /api/v1/ota/campaigns";
  private static final String START = CREATE + "/{campaign_id}/start";
  private static final String CANCEL = CREATE + "/{campaign_id}/cancel";
  private static final String LEAST =
      "{'name':'autumn','firmware_id':'0123456789abcdef0123456789abcdef','deployment_strategy':'immediate','target_devices':['d1','d2','d1']}";

  private final World world = new World();
  private final CampaignCommandsFunction function =
      new CampaignCommandsFunction(
          world.store,
          world.store.engines(),
          world.store,
          world.tallies,
          world.catalogue,
          world.estimate,
          world.moves,
          world.clock);

  /** With single quotes in the body, for legibility. */
  private ApiAnswer create(String body) {
    return call(CREATE).json(body.replace('\'', '"')).on(function);
  }

  private String created() {
    return create(LEAST).text("campaign_id");
  }

  private ApiAnswer start(String campaignId) {
    return call(START).path("campaign_id", campaignId).on(function);
  }

  private ApiAnswer cancel(String campaignId) {
    return call(CANCEL)
        .path("campaign_id", campaignId)
        .json(Map.of("reason", "wrong file"))
        .on(function);
  }

  private List<String> events() {
    return world.store.events().stream().map(Envelope::type).toList();
  }

  @Test
  void createsWithTheDefaultsOfTheDocument() {
    ApiAnswer answer = create(LEAST);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("campaign_id")).matches("cmp_[0-9a-hjkmnp-tv-z]{26}");
    assertThat(answer.text("status")).isEqualTo("created");
    assertThat(answer.json().path("target_devices")).hasSize(2);
    assertThat(answer.text("priority")).isEqualTo("normal");
    assertThat(answer.json().path("rollout_percentage").asInt()).isEqualTo(100);
    assertThat(answer.json().path("max_concurrent_updates").asInt()).isEqualTo(10);
    assertThat(answer.json().path("batch_size").asInt()).isEqualTo(50);
    assertThat(answer.json().path("timeout_minutes").asInt()).isEqualTo(60);
    assertThat(answer.json().path("auto_rollback").asBoolean()).isTrue();
    assertThat(answer.json().path("failure_threshold_percent").asInt()).isEqualTo(20);
    assertThat(answer.json().path("notify_on_failure").asBoolean()).isTrue();
    assertThat(answer.json().path("firmware").path("version").asText()).isEqualTo("2.0.0");
    assertThat(answer.json().path("total_devices").asInt()).isZero();
    assertThat(answer.text("created_by")).isEqualTo("olga");
  }

  @Test
  void announcesTheTargetsKnownAtCreation() {
    world.fleet.add("g1", "north").add("g2", "north").add("m1");
    create(
        "{'name':'n','firmware_id':'0123456789abcdef0123456789abcdef','deployment_strategy':'immediate','target_devices':['d1'],"
            + "'target_groups':['north'],'target_filters':{'model':'pump'}}");

    Envelope event = world.store.events().getFirst();
    assertThat(event.data()).isInstanceOf(CampaignCreated.class);
    assertThat(((CampaignCreated) event.data()).targetDeviceCount()).isEqualTo(1 + 2 + 3);
    assertThat(event.correlationId()).contains("test-request");
  }

  @Test
  void tellsAllWrongFieldsAtOnceAndKeepsNothing() {
    ApiAnswer answer =
        create(
            """
            {'name':' ','firmware_id':'none','rollout_percentage':0,'batch_size':501,
             'max_concurrent_updates':1001,'timeout_minutes':4,'failure_threshold_percent':101,
             'priority':'urgent','deployment_strategy':'fast','canary_percentage':0,
             'scheduled_start':'2020-01-01T00:00:00Z','scheduled_end':'2019-01-01T00:00:00Z',
             'maintenance_window':{'from':'22:00','to':'22:00','time_zone':'Mars'},
             'rollback_triggers':['sunspots'],'pre_update_commands':['%s'],
             'target_devices':['bulk','a b'],'target_groups':['a#b'],
             'target_filters':{'owner':'','hardware_version_min':'x','modle':'pump','query':'modle==pump'}}
            """
                .formatted("x".repeat(257)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields())
        .contains(
            "name",
            "firmware_id",
            "rollout_percentage",
            "batch_size",
            "max_concurrent_updates",
            "timeout_minutes",
            "failure_threshold_percent",
            "priority",
            "deployment_strategy",
            "canary_percentage",
            "scheduled_start",
            "scheduled_end",
            "maintenance_window.time_zone",
            "rollback_triggers[0]",
            "pre_update_commands[0]",
            "target_devices[0]",
            "target_devices[1]",
            "target_groups",
            "target_filters.owner",
            "target_filters.hardware_version_min",
            "target_filters.modle",
            "target_filters.query");
    assertThat(world.store.events()).isEmpty();
  }

  @Test
  void namesWrongEntriesByTheirPlace() {
    ApiAnswer answer =
        create(
            LEAST
                .replace("'d1','d2','d1'", "'','a b','bulk2','bulk',7")
                .replace("}", ",'rollback_triggers':['','timeout','sunspots']}"));

    assertThat(answer.wrongFields())
        .containsExactly(
            "target_devices[0]",
            "target_devices[1]",
            "target_devices[3]",
            "target_devices[4]",
            "rollback_triggers[0]",
            "rollback_triggers[2]");
  }

  @Test
  void wantsTargets() {
    String rest =
        "{'name':'n','firmware_id':'0123456789abcdef0123456789abcdef','deployment_strategy':'immediate'%s}";

    assertThat(create(rest.formatted("")).wrongFields()).containsExactly("target_devices");
    assertThat(create(rest.formatted(",'target_devices':[]")).wrongFields())
        .containsExactly("target_devices");
    assertThat(create(rest.formatted(",'target_filters':{}")).wrongFields())
        .containsExactly("target_filters.model");
    assertThat(create(rest.formatted(",'target_filters':{'model':'valve'}")).wrongFields())
        .containsExactly("target_filters.model");
  }

  @Test
  void takesNoMoreThan100000ExplicitTargets() {
    String ids =
        IntStream.rangeClosed(0, 100_000)
            .mapToObj("'d%06d'"::formatted)
            .collect(Collectors.joining(","));

    ApiAnswer answer = create(LEAST.replace("'d1','d2','d1'", ids));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").get(0).path("message").asText())
        .contains("at most 100,000 ids", "group");
  }

  @Test
  void saysWhereAFilterStopsToBeAQuery() {
    ApiAnswer answer =
        create(LEAST.replace("}", ",'target_filters':{'query':'owner==olga;;model==pump'}}"));

    assertThat(answer.wrongFields()).containsExactly("target_filters.query");
    assertThat(answer.json().path("errors").get(0).path("message").asText())
        .isEqualTo(
            "is no query from position 13 on: expected a name or value / a value in quotes / (");
  }

  @Test
  void keepsTheFiltersAsTheyWereGiven() {
    String filters =
        "{'model':'pump','owner':'olga','attributes':{'region':'eu'},'query':'group==north'}";

    ApiAnswer answer = create(LEAST.replace("}", ",'target_filters':%s}".formatted(filters)));

    assertThat(answer.json().path("target_filters").toString())
        .isEqualTo(filters.replace('\'', '"'));
  }

  @Test
  void refusesAWindowThatNeverOpensAndAStartThatHasPassed() {
    ApiAnswer answer =
        create(
            LEAST.replace(
                "}",
                ",'maintenance_window':{'from':'22:00','to':'22:00'},'scheduled_start':'2026-11-24T07:59:59Z'}"));

    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder("maintenance_window.to", "scheduled_start");
  }

  /** It is a Tuesday, eight o'clock. */
  @Test
  void refusesAWindowThatOpensAfterTheEnd() {
    String window = ",'maintenance_window':{'days':['wednesday'],'from':'22:00','to':'23:00'}";
    String late = window + ",'scheduled_end':'2026-11-25T22:00:00Z'";
    String inTime = window + ",'scheduled_end':'2026-11-25T22:00:01Z'";
    String missed =
        window + ",'scheduled_start':'2026-11-25T23:00:00Z','scheduled_end':'2026-11-30T00:00:00Z'";

    assertThat(create(LEAST.replace("}", late + "}")).wrongFields())
        .containsExactly("maintenance_window");
    assertThat(create(LEAST.replace("}", missed + "}")).wrongFields())
        .containsExactly("maintenance_window");
    assertThat(create(LEAST.replace("}", inTime + "}")).status()).isEqualTo(201);
  }

  @Test
  void wantsBetaFirmwareToBeAllowed() {
    world.catalogue.put(firmware(true, false, FirmwareStatus.AVAILABLE));

    assertThat(create(LEAST).wrongFields()).containsExactly("allow_beta");
    assertThat(create(LEAST.replace("{'name'", "{'allow_beta':true,'name'")).status())
        .isEqualTo(201);
  }

  @Test
  void liftsThePriorityOfASecurityUpdate() {
    world.catalogue.put(firmware(false, true, FirmwareStatus.AVAILABLE));

    assertThat(create(LEAST).text("priority")).isEqualTo("high");
  }

  @Test
  void takesOnlyAvailableFirmware() {
    world.catalogue.put(firmware(false, false, FirmwareStatus.DEPRECATED));

    assertThat(create(LEAST).wrongFields()).containsExactly("firmware_id");
  }

  private static FirmwareFacts firmware(boolean beta, boolean security, FirmwareStatus status) {
    FirmwareFacts plain = MemoryCatalogue.firmware(ORGANIZATION, FIRMWARE_ID, status);
    return new FirmwareFacts(
        ORGANIZATION,
        FIRMWARE_ID,
        plain.name(),
        plain.version(),
        plain.deviceModel(),
        null,
        null,
        beta,
        security,
        status,
        false);
  }

  @Test
  void startsOnceHoweverOftenItIsAsked() {
    String id = created();

    assertThat(start(id).text("status")).isEqualTo("in_progress");
    ApiAnswer again = start(id);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("status")).isEqualTo("in_progress");
    assertThat(events()).containsExactly("campaign.created", "campaign.started");
    assertThat(world.store.gate(id)).contains(Move.Gate.OPEN);
  }

  @Test
  void startsNoMoreThanAllowedAtOnce() {
    start(created());
    String second = created();
    start(second);
    String third = created();

    assertThat(start(third).status()).isEqualTo(409);
    cancel(second);
    assertThat(start(third).status()).isEqualTo(200);
  }

  @Test
  void startsNoCampaignOnFirmwareThatIsNotAvailableAnyMore() {
    String id = created();
    world.catalogue.put(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.RECALLED);

    ApiAnswer answer = start(id);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("CONFLICT");
  }

  @Test
  void refusesAForbiddenMoveWithTheStatesThatAreAllowed() {
    String id = created();
    cancel(id);

    ApiAnswer answer = start(id);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(answer.text("current_state")).isEqualTo("cancelled");
    assertThat(answer.text("target_state")).isEqualTo("in_progress");
    assertThat(answer.json().path("allowed")).isEmpty();
  }

  @Test
  void cancelsOnceAndTellsTheEngine() {
    String id = created();
    start(id);

    assertThat(cancel(id).text("status")).isEqualTo("cancelled");
    assertThat(cancel(id).text("status_reason")).isEqualTo("wrong file");

    assertThat(events())
        .containsExactly("campaign.created", "campaign.started", "campaign.cancelled");
    assertThat(world.store.gate(id)).contains(Move.Gate.CANCEL);
    assertThat(world.store.engines().find(ORGANIZATION, id).orElseThrow().mandate())
        .isEqualTo(Mandate.WIND_UP);
  }

  @Test
  void showsNothingOfAnotherOrganization() {
    String id = created();

    assertThat(
            call(START)
                .path("campaign_id", id)
                .as("other", "olga", "operator")
                .on(function)
                .status())
        .isEqualTo(404);
    assertThat(
            call(CANCEL).path("campaign_id", id).as("other", "olga", "admin").on(function).status())
        .isEqualTo(404);
  }

  @Test
  void admitsOperatorsOnly() {
    assertThat(call(CREATE).as(ORGANIZATION, "olga", "viewer").json(LEAST).on(function).status())
        .isEqualTo(403);
  }
}
