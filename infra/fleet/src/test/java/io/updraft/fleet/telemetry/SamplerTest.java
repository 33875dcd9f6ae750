package io.updraft.fleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static Sampler sampler(int points, double bad, double late) {
    return sampler(points, bad, late, Episode.NEVER);
  }

  private static Sampler sampler(int points, double bad, double late, Episode hot) {
    TelemetryPlan plan =
        new TelemetryPlan(
            Duration.ofSeconds(10), points, Duration.ZERO, bad, late, 0.25, 1, Overheating.NONE);
    return new Sampler(plan, "dev-1-run", new SplittableRandom(1), hot);
  }

  private static List<Instant> temperatures(Batch batch) {
    return batch.good().stream()
        .filter(point -> point.metric().equals("temperature"))
        .map(Point::time)
        .toList();
  }

  @Test
  void spreadsPointsOverTheIntervalUpToNow() {
    Batch batch = sampler(5, 0, 0).batch(NOW);

    assertThat(batch.size()).isEqualTo(30);
    assertThat(temperatures(batch))
        .containsExactly(
            NOW.minusSeconds(8),
            NOW.minusSeconds(6),
            NOW.minusSeconds(4),
            NOW.minusSeconds(2),
            NOW);
  }

  @Test
  void goesOnWhereTheLastBatchEnded() {
    Sampler sampler = sampler(2, 0, 0);
    Batch first = sampler.batch(NOW);
    Batch second = sampler.batch(NOW.plusSeconds(4));

    assertThat(temperatures(second)).containsExactly(NOW.plusSeconds(2), NOW.plusSeconds(4));
    assertThat(first.id()).isNotEqualTo(second.id());
  }

  @Test
  void measuresNoTimeTwiceWhereTheClockWasSetBack() {
    Sampler sampler = sampler(10, 0, 0);
    Set<Instant> times = new HashSet<>(temperatures(sampler.batch(NOW)));
    times.addAll(temperatures(sampler.batch(NOW.minusSeconds(60))));

    assertThat(times).hasSize(20);
  }

  @Test
  void makesEveryKindOfBadPoint() {
    Batch batch = sampler(100, 0.5, 0).batch(NOW);

    assertThat(batch.bad().size()).isBetween(200, 400);
    assertThat(batch.good()).hasSize(600 - batch.bad().size());
    assertThat(batch.bad())
        .allSatisfy(
            place -> {
              var entry = batch.entries().get(place);
              boolean missing = !entry.containsKey("value");
              boolean beyond = "1E+999".equals(String.valueOf(entry.get("value")));
              boolean noOffset = !String.valueOf(entry.get("timestamp")).endsWith("Z");
              assertThat(List.of(missing, beyond, noOffset)).containsOnlyOnce(true);
            });
    assertThat(batch.bad().stream().map(place -> batch.entries().get(place).size()).distinct())
        .as("with and without value, with and without unit")
        .containsExactlyInAnyOrder(2, 3, 4);
  }

  @Test
  void makesPointsThatAreHoursLateAndMeetEachOther() {
    Batch batch = sampler(100, 0, 1).batch(NOW);

    assertThat(temperatures(batch))
        .allSatisfy(
            time ->
                assertThat(Duration.between(time, NOW))
                    .isBetween(Duration.ofHours(1), Duration.ofHours(6).plusMinutes(1)));
    assertThat(new HashSet<>(temperatures(batch))).hasSizeLessThan(15);
  }

  @Test
  void isTooHotForATimeAndTellsItAtOnce() {
    Sampler sampler = sampler(10, 0, 1, new Episode(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    List<Point> points = new ArrayList<>(sampler.batch(NOW).good());
    points.addAll(sampler.batch(NOW.plusSeconds(10)).good());
    points.addAll(sampler.batch(NOW.plusSeconds(20)).good());

    assertThat(points.stream().filter(HeatRule::isBrokenBy).map(Point::time))
        .hasSize(10)
        .startsWith(NOW.plusSeconds(5))
        .endsWith(NOW.plusSeconds(14));
  }

  @Test
  void repeatsTheShareThatWasAskedFor() {
    Sampler sampler = sampler(1, 0, 0);
    int repeats = 0;
    for (int i = 0; i < 1_000; i++) {
      repeats += sampler.repeats() ? 1 : 0;
    }

    assertThat(repeats).isBetween(200, 300);
  }
}
