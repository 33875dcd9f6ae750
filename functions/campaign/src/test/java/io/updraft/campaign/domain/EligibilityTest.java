package io.updraft.campaign.domain;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.DeviceFacts;
import io.updraft.device.published.DeviceFacts.Held;
import io.updraft.firmware.published.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static Eligibility eligibility(boolean force, int percentage) {
    CampaignPlan plan =
        Examples.plan(
            new Targeting(1, List.of(), null, false),
            Examples.pace(percentage, 10, 50),
            Examples.limits(20, 1));
    CampaignPlan wanted = force ? Examples.forced(plan) : plan;
    return new Eligibility("cmp_1", wanted, Examples.firmware());
  }

  private static DeviceFacts device(
      @Nullable String model, @Nullable String hardware, @Nullable String firmware, Held... held) {
    return new DeviceFacts(
        "d1",
        model,
        version(hardware),
        version(firmware),
        null,
        List.of(),
        "active",
        Map.of(),
        List.of(held));
  }

  private static @Nullable Version version(@Nullable String text) {
    return text == null ? null : Version.of(text);
  }

  private static Optional<LeftOut> obstacle(DeviceFacts device) {
    return eligibility(false, 100).obstacle(device);
  }

  private static Optional<LeftOut> forced(DeviceFacts device) {
    return eligibility(true, 100).obstacle(device);
  }

  @Test
  void takesADeviceThatFits() {
    assertThat(obstacle(device("pump", "1.0.0", "1.0.0"))).isEmpty();
    assertThat(obstacle(device("pump", "3.0.0", null))).isEmpty();
  }

  @Test
  void leavesOutOtherModelsEvenWhenForced() {
    assertThat(obstacle(device("valve", "1.0.0", "1.0.0"))).contains(LeftOut.OTHER_MODEL);
    assertThat(forced(device("valve", "1.0.0", "1.0.0"))).contains(LeftOut.OTHER_MODEL);
  }

  @Test
  void leavesOutHardwareOutOfRangeEvenWhenForced() {
    assertThat(obstacle(device("pump", "0.9.9", null))).contains(LeftOut.HARDWARE_OUT_OF_RANGE);
    assertThat(forced(device("pump", "3.0.1", null))).contains(LeftOut.HARDWARE_OUT_OF_RANGE);
  }

  @Test
  void leavesOutWhatIsNotKnownUnlessForced() {
    assertThat(obstacle(device(null, "1.0.0", null))).contains(LeftOut.UNKNOWN_MODEL);
    assertThat(obstacle(device("pump", null, null))).contains(LeftOut.UNKNOWN_HARDWARE_VERSION);
    assertThat(forced(device(null, null, null))).isEmpty();
  }

  @Test
  void leavesOutTheSameVersionUnlessForced() {
    assertThat(obstacle(device("pump", "1.0.0", "2.0.0"))).contains(LeftOut.SAME_VERSION);
    assertThat(forced(device("pump", "1.0.0", "2.0.0"))).isEmpty();
  }

  @Test
  void leavesOutADeviceThatAnotherUpdateBringsTheFirmwareTo() {
    DeviceFacts held = device("pump", "1.0.0", null, new Held(FIRMWARE_ID, "upd_1", null));
    DeviceFacts other = device("pump", "1.0.0", null, new Held("other", "upd_1", null));

    assertThat(obstacle(held)).contains(LeftOut.UPDATE_IN_PROGRESS);
    assertThat(obstacle(other)).isEmpty();
  }

  @Test
  void takesAStableShareThatOnlyGrows() {
    int before = 0;
    for (int percentage = 1; percentage <= 100; percentage++) {
      int within = 0;
      for (int i = 0; i < 2_000; i++) {
        Membership membership = Membership.of("cmp_1", "d" + i);
        if (membership.within(percentage)) {
          within++;
        } else {
          assertThat(membership.within(percentage - 1)).isFalse();
        }
      }
      assertThat(within)
          .isGreaterThanOrEqualTo(before)
          .isBetween(percentage * 20 - 120, percentage * 20 + 120);
      before = within;
    }
    assertThat(before).isEqualTo(2_000);
  }
}
