package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerContextTest {
  private static final Instant EXPIRY = Instant.parse("2026-11-24T12:00:00Z");

  private final Caller user =
      new Caller(
          "acme", "vera", Set.of(Role.FIRMWARE_MANAGER, Role.OPERATOR), null, Set.of(), EXPIRY);
  private final Caller device = caller(Role.DEVICE, "pump-7", Set.of());
  private final Caller gateway = caller(Role.DEVICE, null, Set.of());
  private final Caller service = caller(Role.SERVICE, null, Set.of("a:read", "b:write"));

  @Test
  void readsWhatItWrote() {
    for (Caller caller : List.of(user, device, gateway, service)) {
      assertThat(read(CallerContext.write(caller))).isEqualTo(new Credentials.Valid(caller));
    }
  }

  @Test
  void writesStringsOnly() {
    assertThat(CallerContext.write(user))
        .isEqualTo(
            Map.of(
                "valid", "true",
                "organization", "acme",
                "user", "vera",
                "roles", "firmware_manager,operator",
                "scopes", "",
                "expires_at", "1795521600"));
    assertThat(CallerContext.write(gateway)).containsEntry("gateway", "true");
    assertThat(CallerContext.write(device)).containsEntry("device", "pump-7");
  }

  @Test
  void passesTheReasonOn() {
    assertThat(read(CallerContext.invalid("Too old.")))
        .isEqualTo(new Credentials.Invalid("Too old."));
  }

  @Test
  void isAbsentWithoutAnAuthorizer() {
    assertThat(CallerContext.read(MissingNode.getInstance())).isEqualTo(new Credentials.Absent());
  }

  @Test
  void neverTrustsWhatDoesNotHoldTogether() {
    assertInvalid(without("valid"));
    assertInvalid(with("valid", "TRUE"));
    assertInvalid(without("organization"));
    assertInvalid(with("organization", " "));
    assertInvalid(without("user"));
    assertInvalid(with("roles", ""));
    assertInvalid(with("roles", "boss"));
    assertInvalid(with("roles", "viewer,boss"));
    assertInvalid(without("expires_at"));
    assertInvalid(with("expires_at", "soon"));
    assertInvalid(with("expires_at", Long.toString(Long.MAX_VALUE)));
  }

  @Test
  void aDeviceWithoutIdIsNoGateway() {
    assertInvalid(with("roles", "device"));
  }

  @Test
  void onlyDevicesAreHeldToTheirId() {
    assertThat(device.mayActFor("pump-7")).isTrue();
    assertThat(device.mayActFor("PUMP-7")).isFalse();
    assertThat(gateway.mayActFor("pump-8")).isTrue();
    assertThat(user.mayActFor("pump-8")).isTrue();
    assertThat(user.isDevice()).isFalse();
    assertThat(gateway.isDevice()).isTrue();
  }

  @Test
  void rolesIncludeOthers() {
    assertThat(caller(Role.ADMIN, null, Set.of()).has(Role.OPERATOR)).isTrue();
    assertThat(caller(Role.ADMIN, null, Set.of()).has(Role.DEVICE)).isFalse();
    assertThat(caller(Role.OPERATOR, null, Set.of()).has(Role.VIEWER)).isTrue();
    assertThat(caller(Role.OPERATOR, null, Set.of()).has(Role.FIRMWARE_MANAGER)).isFalse();
    assertThat(service.has(Role.VIEWER)).isFalse();
    assertThat(device.has(Role.VIEWER)).isFalse();
  }

  private void assertInvalid(Map<String, Object> context) {
    assertThat(read(context)).as("%s", context).isInstanceOf(Credentials.Invalid.class);
  }

  private Map<String, Object> without(String key) {
    Map<String, Object> context = new HashMap<>(CallerContext.write(user));
    context.remove(key);
    return context;
  }

  private Map<String, Object> with(String key, String value) {
    Map<String, Object> context = without(key);
    context.put(key, value);
    return context;
  }

  private static Credentials read(Map<String, Object> context) {
    return CallerContext.read(new JsonMapper().<JsonNode>valueToTree(context));
  }

  private static Caller caller(Role role, @Nullable String device, Set<String> scopes) {
    return new Caller("acme", "someone", Set.of(role), device, scopes, EXPIRY);
  }
}
