package io.updraft.outbox.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectFilterTest {
  @ParameterizedTest
  @CsvSource({
    ">, ota_service.update.started, true",
    "ota_service.>, ota_service.update.started, true",
    "ota_service.>, ota_service, false",
    "ota_service.>, telemetry_service.alert.triggered, false",
    "*.update.*, ota_service.update.started, true",
    "*.update, ota_service.update.started, false",
    "ota_service.update.started, ota_service.update.started, true",
    "ota_service.update.started, ota_serviceXupdate.started, false",
  })
  void matchesAsNatsDoes(String filter, String subject, boolean matches) {
    assertThat(new SubjectFilter(filter).matches(subject)).isEqualTo(matches);
  }
}
