package io.updraft.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.lambda.Environment;
import io.updraft.testing.FakeService;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceCallsTest {
  private static final int ATTEMPTS = 2;

  private final FakeService service = new FakeService();
  private final ServiceCalls calls = calls(Duration.ofSeconds(1));

  private ServiceCalls calls(Duration slow) {
    return new ServiceCalls(
        new ServiceSettings(
            "test",
            service.address(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            slow,
            ATTEMPTS,
            Duration.ofMillis(1),
            Duration.ofMinutes(1)));
  }

  @AfterEach
  void stop() {
    calls.close();
    service.close();
  }

  private Optional<ServiceAnswer> get() {
    return calls.answer(calls.request("/thing", "request-1").GET());
  }

  @Test
  void givesStatusAndBody() {
    service.answers(404, "gone");

    assertThat(get()).contains(new ServiceAnswer(404, "gone"));
    assertThat(service.calls().getFirst().header("X-correlation-id")).isEqualTo("request-1");
  }

  @Test
  void waitsForNoBodyForever() {
    service.answers(200, FakeService.ENDLESS);

    assertThat(get()).isEmpty();
    assertThat(service.calls()).hasSize(ATTEMPTS);
  }

  @Test
  void readsNoMoreThanAServiceHasToSay() {
    service.answers(200, "x".repeat((1 << 20) + 1));

    assertThat(get()).isEmpty();
  }

  @Test
  void leavesASlowServiceAlone() {
    try (ServiceCalls impatient = calls(Duration.ofNanos(1))) {
      for (int i = 0; i < 20; i++) {
        impatient.answer(impatient.request("/thing", null).GET());
      }
      assertThat(service.calls()).hasSize(10);
    }
  }

  @Test
  void hasSettingsWhereThereIsAnAddress() {
    Environment environment = Environment.of(Map.of("URL", "https://there"));

    assertThat(ServiceSettings.patient(environment, "it", "OTHER_URL")).isEmpty();
    assertThat(ServiceSettings.brisk(environment, "it", "OTHER_URL")).isEmpty();
    assertThat(ServiceSettings.patient(environment, "it", "URL"))
        .map(ServiceSettings::address)
        .contains(URI.create("https://there"));
    assertThat(ServiceSettings.brisk(environment, "it", "URL"))
        .map(ServiceSettings::attempts)
        .contains(2);
  }
}
