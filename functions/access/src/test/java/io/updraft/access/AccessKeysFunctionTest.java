package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.access.Invocation.Answer;
import io.updraft.access.Invocation.Request;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.access.domain.KeyId;
import io.updraft.access.domain.KeyText;
import io.updraft.access.domain.StoredKey;
import io.updraft.http.Caller;
import io.updraft.http.Cursor;
import io.updraft.http.Role;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class AccessKeysFunctionTest {
  private static final String KEYS = "/api/v1/admin/keys";

  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final InMemoryAccess access = new InMemoryAccess();
  private final AccessKeysFunction function = new AccessKeysFunction(access, access, clock);
  private final Caller admin = Invocation.caller(Role.ADMIN);

  private Answer create(Map<String, ?> body) {
    return Invocation.request("POST " + KEYS, KEYS).by(admin).json(body).to(function);
  }

  private Request listing() {
    return Invocation.request("GET " + KEYS, KEYS).by(admin);
  }

  private Answer revoke(Caller by, String keyId) {
    return Invocation.request("DELETE " + KEYS + "/{key_id}", KEYS + "/" + keyId)
        .by(by)
        .parameter("key_id", keyId)
        .to(function);
  }

  private List<String> createdIds(int count) {
    List<String> ids = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i -> {
              clock.advance(Duration.ofMillis(1));
              ids.add(create(Map.of("role", "viewer")).json().path("key_id").asText());
            });
    return ids;
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.path("keys").forEach(key -> ids.add(key.path("key_id").asText()));
    return ids;
  }

  private static List<String> wrongFields(Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    List<String> fields = new ArrayList<>();
    answer.json().path("errors").forEach(error -> fields.add(error.path("field").asText()));
    return fields;
  }

  @Test
  void showsTheKeyOnceAndKeepsItsHash() {
    Answer answer =
        create(
            Map.of(
                "role",
                "device",
                "device",
                "d-1",
                "name",
                "n",
                "expires_at",
                "2027-01-01T01:00:00.500+01:00"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    KeyText text = KeyText.parse(answer.json().path("key").asText()).orElseThrow();
    StoredKey stored = access.find(text.id()).orElseThrow();
    assertThat(stored.opensWith(text)).isTrue();
    assertThat(stored.key().createdBy()).isEqualTo("jo");
    assertThat(answer.json().path("expires_at").asText()).isEqualTo("2027-01-01T00:00:00.000Z");
    String list = listing().to(function).body();
    assertThat(list).contains(text.id().value()).doesNotContain(text.secret(), stored.secretHash());
  }

  static Stream<Arguments> everyGrant() {
    return Stream.of(
        Arguments.of(Map.of("role", "admin"), "admin"),
        Arguments.of(
            Map.of("role", "firmware_manager", "organization", "acme"), "firmware_manager"),
        Arguments.of(Map.of("role", "device", "gateway", true), "device"),
        Arguments.of(Map.of("role", "service", "scopes", List.of("devices:read")), "service"));
  }

  @ParameterizedTest
  @MethodSource("everyGrant")
  void makesKeysOfEveryRole(Map<String, ?> body, String role) {
    Answer answer = create(body);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("role").asText()).isEqualTo(role);
    assertThat(answer.json().path("gateway").asBoolean()).isEqualTo(body.containsKey("gateway"));
  }

  static Stream<Arguments> wrongRequests() {
    return Stream.of(
        Arguments.of(Map.of(), "role"),
        Arguments.of(Map.of("role", "root"), "role"),
        Arguments.of(Map.of("role", "device"), "device"),
        Arguments.of(Map.of("role", "device", "device", "d", "gateway", true), "device"),
        Arguments.of(Map.of("role", "device", "device", "a b"), "device"),
        Arguments.of(Map.of("role", "device", "device", "bulk"), "device"),
        Arguments.of(Map.of("role", "viewer", "device", "d"), "device"),
        Arguments.of(Map.of("role", "viewer", "gateway", true), "device"),
        Arguments.of(Map.of("role", "service"), "scopes"),
        Arguments.of(Map.of("role", "service", "scopes", List.of()), "scopes"),
        Arguments.of(Map.of("role", "service", "scopes", List.of("devices")), "scopes"),
        Arguments.of(Map.of("role", "service", "scopes", List.of("a:b,c:d")), "scopes"),
        Arguments.of(Map.of("role", "service", "scopes", Collections.nCopies(51, "a:b")), "scopes"),
        Arguments.of(Map.of("role", "viewer", "scopes", List.of("a:b")), "scopes"),
        Arguments.of(Map.of("role", "viewer", "name", " "), "name"),
        Arguments.of(Map.of("role", "viewer", "name", "n".repeat(101)), "name"),
        Arguments.of(Map.of("role", "viewer", "organization", "other"), "organization"),
        Arguments.of(Map.of("role", "viewer", "expires_at", "2026-11-24T08:00:01Z"), "expires_at"),
        Arguments.of(Map.of("role", "viewer", "expires_at", "tomorrow"), "expires_at"));
  }

  @ParameterizedTest
  @MethodSource("wrongRequests")
  void refusesWrongFieldsAndKeepsNothing(Map<String, ?> body, String field) {
    assertThat(wrongFields(create(body))).containsOnly(field);
    assertThat(ids(listing().to(function).json())).isEmpty();
  }

  @Test
  void listsEveryWrongFieldAtOnce() {
    Map<String, ?> body =
        Map.of(
            "role",
            "viewer",
            "device",
            "d",
            "scopes",
            List.of("a:b"),
            "name",
            "",
            "expires_at",
            "");
    assertThat(wrongFields(create(body)))
        .containsExactlyInAnyOrder("device", "scopes", "name", "expires_at");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "ADMIN")
  void isForAdminsOnly(Role role) {
    Caller other = Invocation.caller(role);
    assertThat(listing().by(other).to(function).status()).isEqualTo(403);
    assertThat(revoke(other, "0".repeat(21)).status()).isEqualTo(403);
    Request creation = Invocation.request("POST " + KEYS, KEYS).by(other);
    assertThat(creation.json(Map.of("role", "admin")).to(function).status()).isEqualTo(403);
  }

  @Test
  void listsNewestFirstByCursorAndByOffset() {
    List<String> newestFirst = createdIds(5).reversed();
    JsonNode first = listing().query("limit", "2").to(function).json();
    assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
    String cursor = first.path("next_cursor").asText();
    JsonNode rest = listing().query("limit", "3").query("cursor", cursor).to(function).json();
    assertThat(ids(rest)).isEqualTo(newestFirst.subList(2, 5));
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    JsonNode skipped = listing().query("offset", "4").to(function).json();
    assertThat(ids(skipped)).isEqualTo(newestFirst.subList(4, 5));
  }

  @Test
  void longListIsReadInSeveralBatches() {
    List<String> newestFirst = createdIds(450).reversed();
    JsonNode page = listing().query("limit", "10").query("offset", "395").to(function).json();
    assertThat(ids(page)).isEqualTo(newestFirst.subList(395, 405));
  }

  @Test
  void refusesCursorsThatItDidNotMake() {
    for (List<String> position : List.of(List.<String>of(), List.of("x"), List.of("../"))) {
      String forged = Cursor.encode("acme keys", position);
      assertThat(listing().query("cursor", forged).to(function).status()).isEqualTo(400);
    }
    String foreign = Cursor.encode("other keys", List.of("0".repeat(21)));
    assertThat(listing().query("cursor", foreign).to(function).status()).isEqualTo(400);
  }

  @Test
  void expiredKeysAreNotListed() {
    create(Map.of("role", "viewer", "expires_at", "2026-11-25T00:00:00Z"));
    clock.advance(Duration.ofDays(1));
    assertThat(ids(listing().to(function).json())).isEmpty();
  }

  @Test
  void revokesAKeyOnce() {
    String id = createdIds(1).getFirst();
    assertThat(revoke(admin, id).status()).isEqualTo(204);
    assertThat(revoke(admin, id).status()).isEqualTo(404);
    assertThat(revoke(admin, "no#id").status()).isEqualTo(404);
    assertThat(access.find(new KeyId(id))).isEmpty();
  }

  @Test
  void anotherOrganizationSeesAndRevokesNothing() {
    String id = createdIds(1).getFirst();
    Caller other =
        new Caller("other", "eve", Set.of(Role.ADMIN), null, Set.of(), admin.expiresAt());
    assertThat(ids(listing().by(other).to(function).json())).isEmpty();
    assertThat(revoke(other, id).status()).isEqualTo(404);
    assertThat(ids(listing().to(function).json())).containsExactly(id);
  }
}
