package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static io.updraft.campaign.memory.Examples.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.campaign.memory.MemoryFleet;
import io.updraft.campaign.memory.World;
import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import io.updraft.testing.ApiAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CampaignPreviewFunctionTest {
  private static final String PREVIEW = "POST /api/v1/ota/campaigns/preview";

  private final World world = new World();

  private ApiAnswer preview(MemoryFleet fleet, String more) {
    String body = "{'name':'n','firmware_id':'%s',%s}".formatted(FIRMWARE_ID, more);
    return call(PREVIEW)
        .json(body.replace('\'', '"'))
        .on(new CampaignPreviewFunction(world.catalogue, fleet, world.clock));
  }

  private JsonNode previewed(String more) {
    ApiAnswer answer = preview(world.fleet, more);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("device_ids").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  @Test
  void tellsWhoWouldBeReachedAndWhyOthersWouldNot() {
    world.fleet.add("d1", "north").add("d2", "north");
    world.fleet.add("new", "pump", Version.of("1.0.0"), Version.of("2.0.0"), "north");
    world.fleet.add("valve", "valve", Version.of("1.0.0"), null);
    world.fleet.add("old", "pump", Version.of("0.1.0"), null);

    JsonNode answer =
        previewed(
            "'target_devices':['d1','valve','gone'],'target_groups':['north'],'target_filters':{'model':'pump'}");

    assertThat(ids(answer)).containsExactly("d1", "d2");
    assertThat(answer.path("targets").asInt()).isEqualTo(2);
    assertThat(answer.path("estimated_targets").asInt()).isEqualTo(2);
    assertThat(answer.path("examined").asInt()).isEqualTo(6);
    assertThat(answer.path("complete").asBoolean()).isTrue();
    assertThat(answer.path("left_out").toString())
        .isEqualTo(
            "{\"hardware_out_of_range\":1,\"other_model\":1,\"same_version\":1,\"unknown_device\":1}");
    assertThat(world.store.events()).isEmpty();
  }

  @Test
  void filtersByAllThatIsKnown() {
    world.fleet.add(device("a", "olga", "north", "eu", "1.0.0"));
    world.fleet.add(device("b", "olga", "south", "us", "1.5.0"));
    world.fleet.add(device("c", "bert", "north", "eu", "1.9.0"));

    assertThat(ids(previewed("'target_filters':{'owner':'olga'}"))).containsExactly("a", "b");
    assertThat(ids(previewed("'target_filters':{'attributes':{'region':'eu'}}")))
        .containsExactly("a", "c");
    assertThat(
            ids(
                previewed(
                    "'target_filters':{'query':'group==nor*;firmware_version=gt=1.5.0,device_id==b'}")))
        .containsExactly("b", "c");
    assertThat(
            ids(
                previewed(
                    "'target_filters':{'owner':'olga','query':'status==active;group!=south'}")))
        .containsExactly("a");
  }

  private static DeviceFacts device(
      String id, String owner, String group, String region, String firmware) {
    return new DeviceFacts(
        id,
        "pump",
        Version.of("1.0.0"),
        Version.of(firmware),
        owner,
        List.of(group),
        "active",
        Map.of("region", region),
        List.of());
  }

  @Test
  void stopsAtTenThousandDevicesAndExtrapolates() {
    fleet(world.fleet, 12_000);

    JsonNode answer = previewed("'target_filters':{'model':'pump'},'rollout_percentage':50");

    int targets = answer.path("targets").asInt();
    assertThat(answer.path("examined").asInt()).isEqualTo(10_000);
    assertThat(answer.path("complete").asBoolean()).isFalse();
    assertThat(targets).isBetween(4_700, 5_300);
    assertThat(answer.path("left_out").path("beyond_percentage").asInt())
        .isEqualTo(10_000 - targets);
    assertThat(answer.path("estimated_targets").asInt()).isEqualTo(targets * 12 / 10);
    assertThat(ids(answer)).hasSize(20);
    assertThat(previewed("'target_filters':{'model':'pump'},'rollout_percentage':50"))
        .isEqualTo(answer);
  }

  private static void fleet(MemoryFleet fleet, int size) {
    IntStream.range(0, size).forEach(i -> fleet.add("d%06d".formatted(i)));
  }

  @Test
  void stopsAfterTenSeconds() {
    MemoryFleet slow =
        new MemoryFleet(world.updates, () -> world.clock.advance(Duration.ofSeconds(1)));
    fleet(slow, 1_000);

    JsonNode answer = preview(slow, "'target_filters':{'model':'pump'}").json();

    assertThat(answer.path("complete").asBoolean()).isFalse();
    assertThat(answer.path("examined").asInt()).isEqualTo(500);
    assertThat(answer.path("estimated_targets").asInt()).isEqualTo(1_000);
  }

  @Test
  void judgesTheBodyAsACreationDoes() {
    assertThat(
            preview(
                    world.fleet,
                    "'batch_size':0,'target_filters':{'query':'model==a;;','group':'north'}")
                .wrongFields())
        .containsExactlyInAnyOrder("batch_size", "target_filters.query", "target_filters.group");
    assertThat(call(PREVIEW).as(ORGANIZATION, "vera", "viewer").json("{}").on(function()).status())
        .isEqualTo(403);
    assertThat(
            call(PREVIEW)
                .as("other", "olga", "operator")
                .json(
                    "{\"name\":\"n\",\"firmware_id\":\"%s\",\"target_groups\":[\"g\"]}"
                        .formatted(FIRMWARE_ID))
                .on(function())
                .wrongFields())
        .containsExactly("firmware_id");
  }

  private CampaignPreviewFunction function() {
    return new CampaignPreviewFunction(world.catalogue, world.fleet, world.clock);
  }
}
