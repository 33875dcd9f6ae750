package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.Walk;
import io.updraft.campaign.memory.MemoryCatalogue;
import io.updraft.campaign.memory.World;
import io.updraft.firmware.published.FirmwareFacts;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.firmware.published.Version;
import io.updraft.testing.ApiAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeCampaignFunctionTest {
  private static final String OTHER_FIRMWARE = "fedcba9876543210fedcba9876543210";
  private static final String RICH =
      """
      'description':'d','target_groups':['north'],'target_filters':{'owner':'me','query':'group==n*'},
      'rollout_percentage':10,'batch_size':5,'scheduled_start':'2027-01-01T00:00:00Z',
      'scheduled_end':'2027-02-01T00:00:00Z','priority':'high','dynamic':true,'max_retries':1,
      'maintenance_window':{'days':['monday'],'from':'22:00','to':'04:00','time_zone':'Europe/Berlin'},
      'rollback_triggers':[],'pre_update_commands':['sync'],'notification_channels':['ops']
      """;

  private final World world = new World();
  private final CommandsApi api = new CommandsApi(world);

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  @Test
  void whatIsNotNamedStaysAsItIs() {
    JsonNode before = api.create(RICH).json();
    String id = before.path("campaign_id").asText();

    ApiAnswer changed = api.patch("bert", id, "{'name':'winter','description':null}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("winter");
    assertThat(changed.json().path("description").isNull()).isTrue();
    for (var field : before.properties()) {
      if (!List.of("name", "description", "updated_by", "updated_at").contains(field.getKey())) {
        assertThat(changed.json().path(field.getKey()))
            .as(field.getKey())
            .isEqualTo(field.getValue());
      }
    }
    assertThat(api.lastLine(id)).isEqualTo("updated: name autumn -> winter, description d -> none");
    assertThat(api.events()).containsExactly("created", "scheduled", "updated");
  }

  @Test
  void whatDoesNotDifferWritesNothing() {
    for (String body :
        List.of("{}", "{'name':'autumn'}", "{'target_devices':['d1','d2','d1'],'batch_size':50}")) {
      String id = api.created("");
      long before = api.stored(id).sequence();
      assertThat(api.patch(id, body).status()).isEqualTo(200);
      assertThat(api.stored(id).sequence()).isEqualTo(before);
      api.command(id, "start", "");
      assertThat(api.patch(id, body).text("status")).isEqualTo("in_progress");
      assertThat(api.stored(id).sequence()).isEqualTo(before + 1);
      api.command(id, "cancel", "");
    }
  }

  @Test
  void judgesThePlanAsACreationDoes() {
    String id = api.created("");

    ApiAnswer answer =
        api.patch(
            id,
            """
            {'name':null,'rollout_percentage':0,'firmware_id':'none','scheduled_start':'2020-01-01T00:00:00Z',
             'maintenance_window':{'days':[],'from':'01:00','to':'02:00'},'target_filters':{'modle':'x','query':'a=='}}
            """);

    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "name",
            "rollout_percentage",
            "firmware_id",
            "scheduled_start",
            "maintenance_window.days",
            "target_filters.modle",
            "target_filters.query");
    assertThat(api.events()).containsExactly("created");
  }

  @Test
  void replacesTheExplicitDevicesAsAWhole() {
    String id = api.created("");

    ApiAnswer changed = api.patch(id, "{'target_devices':['d3']}");

    assertThat(texts(changed.json().path("target_devices"))).containsExactly("d3");
    assertThat(changed.json().path("named_device_count").asInt()).isEqualTo(1);
    assertThat(api.lastLine(id)).isEqualTo("updated: target_devices 2 ids -> 1 ids");
    assertThat(api.patch(id, "{'target_devices':null}").wrongFields())
        .containsExactly("target_devices");
    ApiAnswer groups = api.patch(id, "{'target_devices':null,'target_groups':['north']}");
    assertThat(groups.json().path("target_devices")).isEmpty();
  }

  @Test
  void takesNoMoreThan100000ExplicitTargets() {
    String id = api.created("");
    String ids =
        IntStream.rangeClosed(0, 100_000)
            .mapToObj("'d%06d'"::formatted)
            .collect(Collectors.joining(","));

    ApiAnswer answer = api.patch(id, "{'target_devices':[%s]}".formatted(ids));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").get(0).path("message").asText()).contains("100,000");
  }

  @Test
  void whatWeighsVoidsTheApproval() {
    String id = api.created("'requires_approval':true");
    api.command("bert", id, "approve", "{'approved':true}");

    api.patch(id, "{'batch_size':7}");
    assertThat(api.stored(id).approval()).isNotNull();
    api.patch(id, "{'rollout_percentage':50}");
    assertThat(api.stored(id).approval()).isNull();
  }

  @Test
  void aRejectedPlanIsAnewWhenItWeighs() {
    String id = api.created("'requires_approval':true");
    api.command("bert", id, "approve", "{'approved':false}");

    assertThat(api.patch(id, "{'batch_size':7}").text("status")).isEqualTo("rejected");
    ApiAnswer anew = api.patch(id, "{'post_update_commands':['check']}");

    assertThat(anew.text("status")).isEqualTo("created");
    assertThat(anew.json().path("approved").isNull()).isTrue();
  }

  @Test
  void aStartThatIsSetSchedules() {
    String id = api.created("");

    assertThat(api.patch(id, "{'scheduled_start':'2027-01-01T00:00:00Z'}").text("status"))
        .isEqualTo("scheduled");
    assertThat(api.patch(id, "{'scheduled_start':null}").text("status")).isEqualTo("created");
    assertThat(api.events()).containsExactly("created", "updated", "scheduled", "updated");
  }

  @Test
  void movesToOtherFirmware() {
    world.catalogue.put(
        new FirmwareFacts(
            ORGANIZATION,
            OTHER_FIRMWARE,
            "pump-fw",
            Version.of("3.0.0"),
            "pump",
            null,
            null,
            false,
            true,
            FirmwareStatus.AVAILABLE,
            false));
    String id = api.created("");

    ApiAnswer changed = api.patch(id, "{'firmware_id':'%s'}".formatted(OTHER_FIRMWARE));

    assertThat(changed.json().path("firmware").path("version").asText()).isEqualTo("3.0.0");
    assertThat(changed.text("priority")).isEqualTo("high");
    assertThat(changed.json().path("firmware_id").asText()).isEqualTo(OTHER_FIRMWARE);
  }

  @Test
  void takesOnlyAvailableFirmware() {
    String id = api.created("");
    world.catalogue.put(
        MemoryCatalogue.firmware(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.DEPRECATED));

    assertThat(api.patch(id, "{'name':'winter'}").wrongFields()).containsExactly("firmware_id");
  }

  @Test
  void widensWhatRuns() {
    String id = api.started("'rollout_percentage':10");
    var engines = world.store.engines();
    var before = engines.find(ORGANIZATION, id).orElseThrow();
    engines.save(
        before,
        before.resolvedTo(
            new Place(1, null), Walk.FIRST.endedAt(world.clock.instant()), 0, Map.of()));

    ApiAnswer changed =
        api.patch(id, "{'rollout_percentage':50,'max_concurrent_updates':20,'dynamic':true}");

    assertThat(changed.json().path("rollout_percentage").asInt()).isEqualTo(50);
    assertThat(api.lastLine(id))
        .isEqualTo(
            "updated: dynamic false -> true, rollout_percentage 10 -> 50, max_concurrent_updates 10 -> 20");
    var engine = engines.find(ORGANIZATION, id).orElseThrow();
    assertThat(engine.resolved()).isFalse();
    assertThat(engine.place()).isEqualTo(Place.START);
    assertThat(engine.walk().number()).isEqualTo(1);
  }

  @Test
  void changesOtherBoundsWithoutAnotherWalk() {
    String id = api.started("");
    api.command(id, "pause", "");

    ApiAnswer changed = api.patch(id, "{'batch_size':7,'scheduled_end':'2027-01-01T00:00:00Z'}");

    assertThat(changed.text("status")).isEqualTo("paused");
    assertThat(changed.text("scheduled_end")).isEqualTo("2027-01-01T00:00:00.000Z");
    assertThat(world.store.engines().find(ORGANIZATION, id).orElseThrow().walk().first()).isTrue();
  }

  @Test
  void keepsTheRestOfWhatRuns() {
    String id = api.started("'rollout_percentage':10");

    ApiAnswer answer =
        api.patch(
            id,
            "{'rollout_percentage':5,'name':'x','firmware_id':'other','target_devices':['d9'],'deployment_strategy':'staged'}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "rollout_percentage", "name", "firmware_id", "target_devices", "deployment_strategy");
    assertThat(answer.json().path("errors").toString())
        .contains("can't change after the start", "can only be raised after the start; it is 10");
    assertThat(api.patch(id, "{'scheduled_end':'2026-01-01T00:00:00Z'}").wrongFields())
        .containsExactly("scheduled_end");
    assertThat(api.patch(id, "{'batch_size':0}").wrongFields()).containsExactly("batch_size");
  }

  @Test
  void aPassedStartDoesNotStandInTheWay() {
    String id = api.created("'scheduled_start':'2026-12-01T00:00:00Z'");
    api.command(id, "start", "");
    world.clock.advance(Duration.ofDays(30));

    assertThat(api.patch(id, "{'batch_size':7}").status()).isEqualTo(200);
  }

  @Test
  void changesNothingThatHasEnded() {
    String id = api.started("");
    api.command(id, "cancel", "");

    ApiAnswer answer = api.patch(id, "{'batch_size':7}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("CONFLICT");
  }
}
