package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static io.updraft.campaign.memory.Examples.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.LeftOut;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Place;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.MemoryUpdates.State;
import io.updraft.campaign.memory.World;
import io.updraft.device.published.Target;
import io.updraft.http.Cursor;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CampaignQueryFunctionTest {
  private static final String LIST = "GET /api/v1/ota/campaigns";
  private static final String ONE = LIST + "/{campaign_id}";

  private final World world = new World();
  private final CampaignQueryFunction function =
      new CampaignQueryFunction(
          world.store,
          world.store.engines(),
          world.store,
          world.tallies,
          world.store,
          world.updates,
          world.clock);

  private Campaign created() {
    world.clock.advance(Duration.ofMillis(1));
    Move creation =
        world.moves.create(
            Examples.plan(new Targeting(2, List.of(), null, false)), Examples.firmware(), 2, OLGA);
    world.store.create(creation, List.of("d1", "d2"), false);
    return creation.after();
  }

  private Campaign started(int targets) {
    Campaign campaign = created();
    world.store.move(world.moves.start(campaign, 2, OLGA));
    Engine before = world.store.engines().find(ORGANIZATION, campaign.campaignId()).orElseThrow();
    List<Target> held =
        IntStream.range(0, targets)
            .mapToObj(i -> new Target("upd_%03d".formatted(i), "d%03d".formatted(i), null))
            .toList();
    Engine after =
        before.resolvedTo(
            new Place(1, null),
            before.walk().endedAt(world.clock.instant()),
            targets,
            Map.of(LeftOut.OTHER_MODEL, 3L));
    world.store.engines().hold(before, after, campaign.rollout(), held);
    world.store.engines().save(after, after.releasedTo(targets));
    return campaign;
  }

  private ApiAnswer get(String route, Campaign campaign) {
    return call(route)
        .path("campaign_id", campaign.campaignId())
        .as(ORGANIZATION, "olga", "viewer")
        .on(function);
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  @Test
  void showsCountersAndWhatItWaitsFor() {
    Campaign campaign = started(4);
    world.updates.set("upd_000", State.SCHEDULED);
    world.updates.set("upd_001", State.COMPLETED);
    world.updates.set("upd_002", State.FAILED);

    JsonNode json = get(ONE, campaign).json();

    assertThat(json.path("status").asText()).isEqualTo("in_progress");
    assertThat(json.path("total_devices").asInt()).isEqualTo(4);
    assertThat(json.path("pending_devices").asInt()).isEqualTo(2);
    assertThat(json.path("in_progress_devices").asInt()).isZero();
    assertThat(json.path("completed_devices").asInt()).isEqualTo(1);
    assertThat(json.path("failed_devices").asInt()).isEqualTo(1);
    assertThat(json.path("cancelled_devices").asInt()).isZero();
    assertThat(json.path("left_out").path("other_model").asInt()).isEqualTo(3);
    assertThat(json.path("targets_resolved").asBoolean()).isTrue();
    assertThat(json.path("target_devices")).hasSize(2);
    assertThat(json.path("actual_start").asText()).startsWith("2026-11-24T08:00:00.");
    assertThat(json.path("waiting_for").asText()).isEqualTo("1 update released to devices to end");
  }

  @Test
  void listsNewestFirstByCursor() {
    List<String> ids = IntStream.range(0, 3).mapToObj(i -> created().campaignId()).toList();

    ApiAnswer first = call(LIST).query("limit", "2").on(function);
    ApiAnswer second =
        call(LIST).query("limit", "2").query("cursor", first.text("next_cursor")).on(function);

    assertThat(texts(first.json().path("campaigns"), "campaign_id"))
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(texts(second.json().path("campaigns"), "campaign_id")).containsExactly(ids.get(0));
    assertThat(second.json().path("next_cursor").isNull()).isTrue();
    assertThat(first.json().path("count").asInt()).isEqualTo(2);
  }

  @Test
  void filtersTheList() {
    created();
    Campaign running = started(0);

    ApiAnswer answer = call(LIST).query("status", "in_progress").on(function);

    assertThat(texts(answer.json().path("campaigns"), "campaign_id"))
        .containsExactly(running.campaignId());
    assertThat(answer.json().path("filters").path("status").asText()).isEqualTo("in_progress");
    assertThat(call(LIST).query("status", "asleep").on(function).status()).isEqualTo(422);
  }

  @Test
  void refusesACursorOfAnotherOrganization() {
    created();
    created();
    String cursor = call(LIST).query("limit", "1").on(function).text("next_cursor");

    assertThat(
            call(LIST).as("other", "olga", "viewer").query("cursor", cursor).on(function).status())
        .isEqualTo(400);
  }

  @Test
  void refusesForgedPositions() {
    String id = created().campaignId();
    Map<String, String> scopes =
        Map.of(
            LIST,
            ORGANIZATION + " campaigns {}",
            ONE + "/timeline",
            ORGANIZATION + " timeline " + id);

    scopes.forEach(
        (route, scope) -> {
          for (String position : List.of("", "~", "#", "cmp_" + "x".repeat(1100))) {
            String cursor = Cursor.encode(scope, List.of(position));
            ApiCall call = call(route).path("campaign_id", id).query("cursor", cursor);
            assertThat(call.on(function).status()).as(route + position).isEqualTo(400);
          }
        });
  }

  @Test
  void tellsWrongFiltersAndPagesAtOnce() {
    String id = created().campaignId();
    for (String route : List.of(LIST, ONE + "/devices")) {
      ApiAnswer answer =
          call(route)
              .path("campaign_id", id)
              .query("status", "asleep")
              .query("limit", "0")
              .on(function);

      assertThat(texts(answer.json().path("errors"), "field"))
          .containsExactlyInAnyOrder("status", "limit");
    }
  }

  @Test
  void listsTheDevicesInTheOrderOfTheirRelease() {
    Campaign campaign = started(250);
    world.updates.set("upd_240", State.FAILED);
    String route = ONE + "/devices";

    ApiAnswer first = get(route, campaign);
    ApiAnswer next =
        call(route)
            .path("campaign_id", campaign.campaignId())
            .query("cursor", first.text("next_cursor"))
            .query("limit", "200")
            .on(function);
    ApiAnswer failed =
        call(route)
            .path("campaign_id", campaign.campaignId())
            .query("status", "failed")
            .on(function);

    assertThat(texts(first.json().path("devices"), "update_id")).hasSize(50).startsWith("upd_000");
    assertThat(texts(next.json().path("devices"), "update_id")).hasSize(200).endsWith("upd_249");
    assertThat(texts(failed.json().path("devices"), "device_id")).containsExactly("d240");
  }

  @Test
  void tellsWhatHappenedNewestFirst() {
    Campaign campaign = started(0);

    JsonNode timeline = get(ONE + "/timeline", campaign).json().path("timeline");

    assertThat(texts(timeline, "what")).containsExactly("started", "created");
    assertThat(texts(timeline, "by")).containsExactly("olga", "olga");
  }

  @Test
  void showsNothingOfAnotherOrganization() {
    String id = started(1).campaignId();

    for (String route : List.of(ONE, ONE + "/devices", ONE + "/timeline")) {
      ApiCall call = call(route).path("campaign_id", id).as("other", "olga", "admin");
      assertThat(call.on(function).status()).as(route).isEqualTo(404);
    }
  }
}
