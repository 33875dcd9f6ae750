package io.updraft.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.memory.Examples;
import io.updraft.device.published.Tally;
import org.junit.jupiter.api.Test;

class FailureLimitsTest {
  private static Tally tally(long pending, long completed, long failed) {
    return new Tally(pending + completed + failed, pending, 0, completed, failed, 0, 0, 0, 0, 0, 0);
  }

  private static boolean reached(Tally tally, int batch, boolean resolved) {
    return Examples.limits(20, 2).reached(tally, batch, resolved);
  }

  @Test
  void isReachedByExactlyTheThreshold() {
    assertThat(reached(tally(90, 8, 2), 10, true)).isTrue();
    assertThat(reached(tally(89, 9, 2), 10, true)).isFalse();
  }

  @Test
  void waitsForABatchToEnd() {
    assertThat(reached(tally(91, 7, 2), 10, true)).isFalse();
  }

  @Test
  void waitsForEnoughFailures() {
    assertThat(reached(tally(96, 3, 1), 4, true)).isFalse();
    assertThat(reached(tally(95, 3, 2), 4, true)).isTrue();
  }

  @Test
  void aSmallCampaignIsOneBatch() {
    assertThat(reached(tally(0, 8, 2), 50, true)).isTrue();
  }

  @Test
  void theFirstOfManyDoesNotDecideWhileTargetsAreBeingResolved() {
    assertThat(reached(tally(0, 0, 2), 50, false)).isFalse();
    assertThat(reached(tally(0, 40, 10), 50, false)).isTrue();
  }

  @Test
  void isReachedAtAnyTimeByTheShareOfAllTargets() {
    assertThat(reached(tally(8, 0, 2), 50, true)).isTrue();
    assertThat(reached(tally(9, 0, 2), 50, true)).isFalse();
  }

  @Test
  void isNeverReachedWithoutAFailure() {
    assertThat(reached(tally(0, 0, 0), 1, true)).isFalse();
    assertThat(reached(tally(0, 1, 0), 1, true)).isFalse();
  }
}
