package io.updraft.fleet.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FleetPlanTest {
  @Test
  void keepsSharesExactly() {
    FleetPlan plan = plan(1_000, 7);

    assertThat(plan.traits().stream().filter(Traits::fails)).hasSize(80);
    assertThat(plan.traits().stream().filter(Traits::breaks)).hasSize(250);
    assertThat(plan.failures()).isEqualTo(80);
  }

  @Test
  void drawsTheSameDevicesForTheSameSeed() {
    assertThat(plan(100, 7).traits()).isEqualTo(plan(100, 7).traits());
    assertThat(plan(100, 7).traits()).isNotEqualTo(plan(100, 8).traits());
  }

  @Test
  void numbersDevicesFromOne() {
    assertThat(plan(3, 1).ids()).containsExactly("d-1", "d-2", "d-3");
  }

  private static FleetPlan plan(int size, long seed) {
    return new FleetPlan(size, "d", "m", "g", 0.08, 0.25, Duration.ZERO, Duration.ZERO, 100, seed);
  }
}
