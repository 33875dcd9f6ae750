package io.updraft.device.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyNameTest {
  @Test
  void tellsTheRollbacksOfACampaignFromItsUpdates() {
    TallyName rollbacks = TallyName.ofPartitionKey("acme#cmp_1~rollback#3");

    assertThat(rollbacks).isEqualTo(new TallyName("acme", TallyName.rollbacksOf("cmp_1")));
    assertThat(rollbacks.countsRollbacks()).isTrue();
    assertThat(TallyName.ofPartitionKey("acme#cmp_1#3").countsRollbacks()).isFalse();
  }
}
