package io.updraft.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.registry.InMemoryRegistry;
import io.updraft.device.registry.Samples;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.Role;
import io.updraft.lambda.Environment;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceRegistryFunctionTest {
  private static final String ONE = " /api/v1/devices/{device_id}";
  private static final String PUMP =
      """
      {"name": "Pump", "model": "P-1", "hardware_version": "1.0.0", "firmware_version": "02.1.0",
       "groups": ["north", "cellar", "north"], "owner": "ann", "attributes": {"site": "7"}}""";

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final MutableClock clock = MutableClock.at(Samples.NOW);
  private final DeviceRegistryFunction function =
      new DeviceRegistryFunction(
          registry, (device, origin, reason) -> {}, new RegistrySettings(2), clock);

  private final Map<String, Object> operator = caller("org", null, Role.OPERATOR);
  private final Map<String, Object> viewer = caller("org", null, Role.VIEWER);
  private final Map<String, Object> device = caller("org", "dev-1", Role.DEVICE);
  private final Map<String, Object> gateway = caller("org", null, Role.DEVICE);

  @Test
  void isWiredFromTheEnvironmentOfTheTemplate() {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "DEVICES_TABLE", "devices",
            "UPDATES_TABLE", "updates",
            "TALLIES_TABLE", "tallies",
            "OUTBOX_TABLE", "outbox",
            "FIRMWARE_TABLE", "firmware");

    ApiAnswer answer =
        Environment.supply(
            environment, () -> call("GET", "a/b").by(viewer).on(new DeviceRegistryFunction()));

    assertThat(answer.text("code")).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void registersAndShowsADevice() {
    ApiAnswer put = call("PUT", "dev-1").json(PUMP).by(operator).on(function);

    assertThat(put.status()).isEqualTo(201);
    assertThat(put.json().toString())
        .isEqualTo(
            """
            {"device_id":"dev-1","name":"Pump","model":"P-1","hardware_version":"1.0.0",\
            "firmware_version":"2.1.0","groups":["north","cellar"],"owner":"ann",\
            "attributes":{"site":"7"},"status":"active","last_seen":null,\
            "created_at":"2026-01-31T08:15:00.123Z","updated_at":"2026-01-31T08:15:00.123Z"}""");
    assertThat(call("GET", "dev-1").by(viewer).on(function).json()).isEqualTo(put.json());
    assertThat(call("PUT", "dev-1").json(PUMP).by(operator).on(function).status()).isEqualTo(200);
  }

  @Test
  void listsEveryWrongFieldAtOnce() {
    String wrong =
        """
        {"name": " ", "model": "a#b", "hardware_version": "1", "firmware_version": 7,
         "groups": ["a#b"], "owner": "%s", "attributes": {"a": 1}, "status": "lost"}"""
            .formatted("x".repeat(129));

    ApiAnswer answer = call("PUT", "a/b").json(wrong).by(operator).on(function);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "device_id",
            "name",
            "model",
            "hardware_version",
            "firmware_version",
            "groups",
            "owner",
            "attributes.a",
            "status");
    assertThat(registry.find("org", "a/b")).isEmpty();
  }

  @Test
  void keepsDevicesSmall() {
    String large =
        """
        {"attributes": {"a": "%1$s", "b": "%1$s", "c": "%1$s", "d": "%1$s", "e": "%1$s",
         "f": "%1$s", "g": "%1$s", "h": "%1$s"}}"""
            .formatted("x".repeat(256));

    ApiAnswer answer = call("PUT", "dev-1").json(large).by(operator).on(function);

    assertThat(answer.wrongFields()).containsExactly("attributes");
  }

  @Test
  void reservesTheIdBulk() {
    assertThat(call("PUT", "bulk").json(PUMP).by(operator).on(function).status()).isEqualTo(422);
    assertThat(call("GET", "bulk").by(operator).on(function).status()).isEqualTo(404);
  }

  @Test
  void patchesWhatIsGivenAndClearsWhatIsNull() {
    call("PUT", "dev-1").json(PUMP).by(operator).on(function);
    String patch =
        """
        {"status": "inactive", "groups": null, "owner": null}""";

    JsonNode body = call("PATCH", "dev-1").json(patch).by(operator).on(function).json();

    assertThat(body.path("status").asText()).isEqualTo("inactive");
    assertThat(body.path("groups")).isEmpty();
    assertThat(body.path("owner").isNull()).isTrue();
    assertThat(body.path("model").asText()).isEqualTo("P-1");
  }

  @Test
  void refusesToClearTheStatus() {
    call("PUT", "dev-1").json(PUMP).by(operator).on(function);

    ApiAnswer answer = call("PATCH", "dev-1").json("{\"status\": null}").by(operator).on(function);

    assertThat(answer.wrongFields()).containsExactly("status");
  }

  @Test
  void answers404ForWhatIsNotThere() {
    String body = "{\"name\": \"x\"}";
    assertThat(call("GET", "dev-1").by(viewer).on(function).text("code")).isEqualTo("NOT_FOUND");
    assertThat(call("PATCH", "dev-1").json(body).by(operator).on(function).status()).isEqualTo(404);
    assertThat(call("DELETE", "dev-1").by(operator).on(function).status()).isEqualTo(404);
  }

  @Test
  void hidesOtherOrganizations() {
    call("PUT", "dev-1").json(PUMP).by(operator).on(function);
    Map<String, Object> stranger = caller("other", null, Role.ADMIN);

    assertThat(call("GET", "dev-1").by(stranger).on(function).status()).isEqualTo(404);
    assertThat(call("DELETE", "dev-1").by(stranger).on(function).status()).isEqualTo(404);
    assertThat(list().by(stranger).on(function).json().path("count").asInt()).isZero();
    assertThat(registry.find("org", "dev-1")).isPresent();
  }

  @Test
  void aDeviceRegistersItself() {
    String body =
        """
        {"model": "P-1", "firmware_version": "1.0.0", "attributes": {"ip": "10.0.0.7"}}""";

    assertThat(call("PUT", "dev-1").json(body).by(device).on(function).status()).isEqualTo(201);
    assertThat(call("GET", "dev-1").by(device).on(function).status()).isEqualTo(200);
  }

  @Test
  void aDeviceDoesNotDecideWhereItBelongs() {
    String body =
        """
        {"groups": ["north"], "owner": "me", "status": "active"}""";

    for (String method : List.of("PUT", "PATCH")) {
      ApiAnswer answer = call(method, "dev-1").json(body).by(device).on(function);
      assertThat(answer.wrongFields()).containsExactlyInAnyOrder("groups", "owner", "status");
    }
  }

  @Test
  void aDeviceSeesNoOther() {
    call("PUT", "dev-2").json(PUMP).by(operator).on(function);

    assertThat(call("GET", "dev-2").by(device).on(function).status()).isEqualTo(404);
    assertThat(call("PUT", "dev-2").json("{}").by(device).on(function).status()).isEqualTo(404);
    assertThat(call("PATCH", "dev-2").json("{}").by(device).on(function).status()).isEqualTo(404);
    assertThat(call("DELETE", "dev-1").by(device).on(function).status()).isEqualTo(403);
    assertThat(list().by(device).on(function).status()).isEqualTo(403);
  }

  @Test
  void aGatewayRegistersSoManyAnHour() {
    assertThat(call("PUT", "dev-1").json("{}").by(gateway).on(function).status()).isEqualTo(201);
    assertThat(call("PUT", "dev-2").json("{}").by(gateway).on(function).status()).isEqualTo(201);

    ApiAnswer third = call("PUT", "dev-3").json("{}").by(gateway).on(function);
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.headers()).containsEntry("retry-after", "2700");

    clock.advance(Duration.ofMinutes(45));
    assertThat(call("PUT", "dev-3").json("{}").by(gateway).on(function).status()).isEqualTo(201);
  }

  @Test
  void rolesAreKept() {
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      assertThat(call(method, "dev-1").json("{}").by(viewer).on(function).status()).isEqualTo(403);
    }
    assertThat(call("PUT", "dev-1").json("{}").by(service("devices:read")).on(function).status())
        .isEqualTo(403);
    assertThat(call("PUT", "dev-1").json("{}").by(service("devices:write")).on(function).status())
        .isEqualTo(201);
    assertThat(list().by(service("devices:read")).on(function).status()).isEqualTo(200);
  }

  @Test
  void deletes() {
    call("PUT", "dev-1").json(PUMP).by(operator).on(function);

    assertThat(call("DELETE", "dev-1").by(operator).on(function).status()).isEqualTo(204);
    assertThat(registry.deleted()).containsExactly("dev-1");
  }

  @Test
  void tellsWhoIsOvertakenForeverToComeAgain() {
    registry.overtake(100);

    assertThat(call("PUT", "dev-1").json(PUMP).by(operator).on(function).text("code"))
        .isEqualTo("CONFLICT");
  }

  @Test
  void listsPageByPage() {
    List.of("a", "b", "c").forEach(id -> call("PUT", id).json(PUMP).by(operator).on(function));
    ApiCall north = list().query("group", "north").query("limit", "2");

    JsonNode first = north.by(viewer).on(function).json();
    assertThat(texts(first.path("devices"), "device_id")).containsExactly("a", "b");
    assertThat(first.path("filters").path("group").asText()).isEqualTo("north");

    String cursor = first.path("next_cursor").asText();
    JsonNode second = north.query("cursor", cursor).by(viewer).on(function).json();
    assertThat(texts(second.path("devices"), "device_id")).containsExactly("c");
    assertThat(second.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void filters() {
    call("PUT", "a").json(PUMP).by(operator).on(function);
    call("PUT", "b").json("{\"status\": \"inactive\"}").by(operator).on(function);

    assertThat(listed("firmware_version", "2.01.0")).containsExactly("a");
    assertThat(listed("owner", "ann")).containsExactly("a");
    assertThat(listed("model", "P-1")).containsExactly("a");
    assertThat(listed("status", "inactive")).containsExactly("b");
    assertThat(list().query("status", "lost").by(viewer).on(function).status()).isEqualTo(422);
    assertThat(list().query("firmware_version", "x").by(viewer).on(function).status())
        .isEqualTo(422);
  }

  @Test
  void tellsWrongFiltersAndPagesAtOnce() {
    ApiCall wrong =
        list().query("firmware_version", "x").query("status", "lost").query("limit", "0");

    assertThat(wrong.by(viewer).on(function).wrongFields())
        .containsExactlyInAnyOrder("firmware_version", "status", "limit");
  }

  @Test
  void refusesCursorsOfOtherLists() {
    List.of("a", "b").forEach(id -> call("PUT", id).json(PUMP).by(operator).on(function));
    JsonNode page = list().query("limit", "1").by(viewer).on(function).json();
    String cursor = page.path("next_cursor").asText();

    assertThat(list().query("cursor", cursor).query("owner", "x").by(viewer).on(function).status())
        .isEqualTo(400);
    assertThat(list().query("cursor", "x").by(viewer).on(function).status()).isEqualTo(400);
  }

  private List<String> listed(String filter, String value) {
    JsonNode body = list().query(filter, value).by(viewer).on(function).json();
    return texts(body.path("devices"), "device_id");
  }

  private static ApiCall call(String method, String deviceId) {
    return ApiCall.of(method + ONE).path("device_id", deviceId);
  }

  private static ApiCall list() {
    return ApiCall.of("GET /api/v1/devices");
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  private static Map<String, Object> service(String scope) {
    return CallerContext.write(
        new Caller(
            "org",
            "robot",
            Set.of(Role.SERVICE),
            null,
            Set.of(scope),
            Samples.NOW.plus(Duration.ofDays(1))));
  }

  private static Map<String, Object> caller(
      String organization, @Nullable String deviceId, Role role) {
    return CallerContext.write(
        new Caller(
            organization,
            role.wireName(),
            Set.of(role),
            deviceId,
            Set.of(),
            Samples.NOW.plus(Duration.ofDays(1))));
  }
}
