package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static io.updraft.campaign.memory.Examples.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.Targeting;
import io.updraft.campaign.memory.Examples;
import io.updraft.campaign.memory.World;
import io.updraft.device.published.Durations;
import io.updraft.device.published.Ended;
import io.updraft.device.published.FirmwareUpdates;
import io.updraft.device.published.LastDay;
import io.updraft.device.published.UpdateCounts;
import io.updraft.device.published.UpdateFigures;
import io.updraft.device.published.UpdateStatistics;
import io.updraft.testing.ApiAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsQueryFunctionTest {
  private static final String STATS = "GET /api/v1/ota/stats";

  private final World world = new World();
  private final StatisticsQueryFunction function =
      new StatisticsQueryFunction(
          world.store,
          _ -> Map.of(CampaignStatus.COMPLETED, 2L, CampaignStatus.PAUSED, 1L),
          new Known(),
          world.clock);

  /** Two versions for one model and one for another. */
  private final class Known implements UpdateStatistics {
    @Override
    public List<FirmwareUpdates> ofOrganization(String organization) {
      return organization.equals(ORGANIZATION)
          ? List.of(firmware("b", "1.0.0", 8), firmware("a", "1.0.0", 2), firmware("b", "2.0.0", 4))
          : List.of();
    }

    @Override
    public FirmwareUpdates ofCampaign(String organization, String campaignId) {
      return firmware("a", "1.0.0", 3);
    }

    private FirmwareUpdates firmware(String model, String version, long completed) {
      long hour = LastDay.hour(world.clock.instant());
      UpdateFigures figures =
          new UpdateFigures(
              new UpdateCounts(completed + 2, 1, 0, completed, 1, 0, completed),
              Durations.of(Duration.ofSeconds(completed)),
              LastDay.NONE.with(hour - 1, new Ended(completed, 1)));
      return new FirmwareUpdates(model + version, model, version, 10, figures);
    }
  }

  private static ApiAnswer stats(StatisticsQueryFunction function, String organization) {
    return call(STATS).as(organization, "vera", "viewer").on(function);
  }

  @Test
  void sumsTheOrganization() {
    ApiAnswer answer = stats(function, ORGANIZATION);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/updates/total").asLong()).isEqualTo(20);
    assertThat(answer.json().at("/updates/by_status/completed").asLong()).isEqualTo(14);
    assertThat(answer.json().at("/success_rate").asDouble()).isEqualTo(14 / 17.0);
    assertThat(answer.json().at("/bytes_sent").asLong()).isEqualTo(140);
    assertThat(answer.json().at("/update_time/mean").asDouble()).isEqualTo(4.667);
    assertThat(answer.json().at("/campaigns/total").asLong()).isEqualTo(3);
    assertThat(answer.json().at("/campaigns/by_status/paused").asLong()).isEqualTo(1);
    assertThat(answer.json().at("/campaigns/by_status/failed").asLong(-1)).isZero();
  }

  @Test
  void showsEachHourOfTheLastDay() {
    ApiAnswer answer = stats(function, ORGANIZATION);

    assertThat(answer.json().at("/last_day/completed").asLong()).isEqualTo(14);
    assertThat(answer.json().at("/last_day/by_hour").size()).isEqualTo(24);
    assertThat(answer.text("/last_day/by_hour/22/hour")).isEqualTo("2026-11-24T07:00:00.000Z");
    assertThat(answer.json().at("/last_day/by_hour/22/failed").asLong()).isEqualTo(3);
    assertThat(answer.json().at("/last_day/by_hour/23/completed").asLong()).isZero();
  }

  @Test
  void groupsByModelAndByVersion() {
    ApiAnswer answer = stats(function, ORGANIZATION);

    assertThat(answer.json().at("/by_model").findValuesAsText("device_model"))
        .containsExactly("a", "b");
    assertThat(answer.json().at("/by_model/1/completed").asLong()).isEqualTo(12);
    assertThat(answer.json().at("/by_model/1/version").isNull()).isTrue();
    assertThat(answer.json().at("/by_version").findValuesAsText("version"))
        .containsExactly("1.0.0", "1.0.0", "2.0.0");
    assertThat(answer.json().at("/by_version/2/completed").asLong()).isEqualTo(4);
  }

  @Test
  void hasNoRatesOfNothing() {
    ApiAnswer answer = stats(function, "another");

    assertThat(answer.json().at("/success_rate").isNull()).isTrue();
    assertThat(answer.json().at("/update_time/p95").isNull()).isTrue();
    assertThat(answer.json().at("/by_model").size()).isZero();
  }

  @Test
  void showsACampaignToItsOrganizationOnly() {
    Move creation =
        world.moves.create(
            Examples.plan(new Targeting(1, List.of(), null, false)), Examples.firmware(), 1, OLGA);
    world.store.create(creation, List.of("d1"), false);
    Campaign campaign = creation.after();

    ApiAnswer own = campaign(campaign.campaignId(), ORGANIZATION, "viewer");

    assertThat(own.text("/campaign_id")).isEqualTo(campaign.campaignId());
    assertThat(own.json().at("/updates/by_status/completed").asLong()).isEqualTo(3);
    assertThat(own.json().at("/bytes_sent").asLong()).isEqualTo(30);
    assertThat(campaign(campaign.campaignId(), "another", "viewer").status()).isEqualTo(404);
    assertThat(campaign("cmp_unknown", ORGANIZATION, "viewer").status()).isEqualTo(404);
  }

  private ApiAnswer campaign(String id, String organization, String role) {
    return call(STATS + "/campaigns/{campaign_id}")
        .path("campaign_id", id)
        .as(organization, "vera", role)
        .on(function);
  }

  @Test
  void showsADeviceNothing() {
    assertThat(call(STATS).asDevice(ORGANIZATION, "d1").on(function).status()).isEqualTo(403);
  }
}
