package io.updraft.outbox.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PullSettingsTest {
  @Test
  void readsWhoWantsWhat() {
    PullSettings settings =
        PullSettings.from(
            Environment.of(
                Map.of("DEVICE_DELETED_FUNCTIONS", "A, B", "USER_DELETED_FUNCTIONS", "C")));

    assertThat(settings.wanting())
        .containsEntry("device_service.device.deleted", List.of("A", "B"))
        .containsEntry("account_service.user.deleted", List.of("C"));
    assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void wantsToBeTold() {
    assertThatThrownBy(() -> PullSettings.from(Environment.of(Map.of())))
        .isInstanceOf(InvalidEnvironment.class)
        .hasMessageContaining("DEVICE_DELETED_FUNCTIONS");
  }
}
