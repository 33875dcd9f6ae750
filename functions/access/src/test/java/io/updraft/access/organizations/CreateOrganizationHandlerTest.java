package io.updraft.access.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.access.Invocation;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.access.domain.KeyText;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.StoredKey;
import io.updraft.testing.MutableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateOrganizationHandlerTest {
  private static final OrganizationId ACME = new OrganizationId("acme");

  private final InMemoryAccess access = new InMemoryAccess();
  private final CreateOrganizationHandler handler =
      new CreateOrganizationHandler(access, MutableClock.at("2026-11-24T08:00:00Z"));

  private JsonNode create(Map<String, ?> request) {
    return Invocation.invoke(handler, request);
  }

  @Test
  void createsOrganizationAndShowsItsAdminKeyOnce() {
    JsonNode answer = create(Map.of("organization", "acme", "created_by", "jo"));
    KeyText text = KeyText.parse(answer.path("key").asText()).orElseThrow();
    StoredKey stored = access.find(text.id()).orElseThrow();
    assertThat(answer.path("organization").asText()).isEqualTo("acme");
    assertThat(answer.path("key_id").asText()).isEqualTo(text.id().value());
    assertThat(stored.opensWith(text)).isTrue();
    assertThat(stored.key().grant()).isEqualTo(new Grant.User(Grant.Rank.ADMIN));
    assertThat(stored.key().createdBy()).isEqualTo("jo");
    assertThat(access.find(ACME)).isPresent();
  }

  @Test
  void existingOrganizationIsRefusedAndKeepsItsKeys() {
    create(Map.of("organization", "acme"));
    JsonNode answer = create(Map.of("organization", "acme"));
    assertThat(answer.path("error").asText()).isEqualTo("The organization acme exists already.");
    assertThat(answer.has("key")).isFalse();
    assertThat(access.list(ACME, null, 10)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acme", "a b", "a#b", "a/b", "ä"})
  void refusesOtherNames(String name) {
    assertThat(create(Map.of("organization", name)).path("error").asText()).contains("1 to 63");
    assertThat(create(Map.of("organization", "a".repeat(64))).has("error")).isTrue();
    assertThat(create(Map.of()).has("error")).isTrue();
  }

  @Test
  void refusesLongTexts() {
    String text = "x".repeat(201);
    assertThat(create(Map.of("organization", "acme", "name", text)).has("error")).isTrue();
    assertThat(create(Map.of("organization", "acme", "created_by", text)).has("error")).isTrue();
    assertThat(access.find(ACME)).isEmpty();
  }
}
