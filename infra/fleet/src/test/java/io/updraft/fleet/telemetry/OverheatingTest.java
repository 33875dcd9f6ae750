package io.updraft.fleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverheatingTest {
  private static List<Episode> episodes(Overheating overheating, long seed) {
    TelemetryPlan plan =
        new TelemetryPlan(
            Duration.ofSeconds(10), 10, Duration.ofSeconds(400), 0, 0, 0, 0, overheating);
    return overheating.episodes(100, plan, seed);
  }

  @Test
  void keepsTheSharesExactly() {
    List<Episode> episodes = episodes(new Overheating(0.3, 0.5), 1);

    assertThat(episodes).hasSize(100);
    assertThat(episodes.stream().filter(Episode.NEVER::equals)).hasSize(70);
    assertThat(episodes.stream().filter(e -> e.covers(Duration.ofDays(1)))).hasSize(15);
  }

  @Test
  void lastsForABatchAtLeastAndLeavesTimeToCoolDown() {
    assertThat(episodes(new Overheating(1, 1), 1))
        .allSatisfy(
            episode -> {
              assertThat(episode.lasting()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
              assertThat(episode.covers(episode.after())).isTrue();
              assertThat(episode.covers(Duration.ofSeconds(211))).isFalse();
            });
  }

  @Test
  void sameSeedSameDevices() {
    Overheating half = new Overheating(0.5, 0.5);

    assertThat(episodes(half, 1)).isEqualTo(episodes(half, 1)).isNotEqualTo(episodes(half, 2));
  }
}
