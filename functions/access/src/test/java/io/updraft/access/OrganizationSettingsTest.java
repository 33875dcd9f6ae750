package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.access.Invocation.Answer;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.http.Role;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationSettingsTest {
  private static final String PATH = "/api/v1/admin/organization";

  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final InMemoryAccess access = new InMemoryAccess();
  private final AccessKeysFunction function = new AccessKeysFunction(access, access, clock);
  private final OrganizationId id =
      new OrganizationId(Invocation.caller(Role.ADMIN).organization());

  @BeforeEach
  void createOrganization() {
    access.createIfMissing(Organization.founded(id, "Acme", "jo", clock.instant()));
  }

  private Answer get(Role role) {
    return Invocation.request("GET " + PATH, PATH).by(Invocation.caller(role)).to(function);
  }

  private Answer patch(Map<String, ?> body) {
    return Invocation.request("PATCH " + PATH, PATH)
        .by(Invocation.caller(Role.ADMIN))
        .json(body)
        .to(function);
  }

  private static Map<String, @Nullable Object> seconds(@Nullable Object value) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("poll_interval_seconds", value);
    return body;
  }

  @Test
  void intervalIsSetShownAndTakenAway() {
    assertThat(patch(seconds(60)).json().path("poll_interval_seconds").asInt()).isEqualTo(60);
    assertThat(get(Role.ADMIN).json().path("poll_interval_seconds").asInt()).isEqualTo(60);
    assertThat(patch(Map.of()).json().path("poll_interval_seconds").asInt()).isEqualTo(60);
    assertThat(patch(seconds(null)).json().path("poll_interval_seconds").isNull()).isTrue();
    assertThat(get(Role.ADMIN).json().path("name").asText()).isEqualTo("Acme");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 86_401, -1})
  void intervalOutOfBoundsIsRefusedAndChangesNothing(int seconds) {
    patch(seconds(60));
    assertThat(patch(seconds(seconds)).status()).isEqualTo(422);
    assertThat(access.find(id).orElseThrow().pollInterval()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void onlyAdminsSeeAndChange() {
    assertThat(get(Role.OPERATOR).status()).isEqualTo(403);
  }
}
