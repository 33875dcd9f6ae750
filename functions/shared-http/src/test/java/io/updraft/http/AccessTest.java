package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  @Test
  void eachKindAdmitsItsRoles() {
    assertAdmits(Access.anyone(), Role.values());
    assertAdmits(Access.users(), Role.VIEWER, Role.OPERATOR, Role.FIRMWARE_MANAGER, Role.ADMIN);
    assertAdmits(
        Access.usersOrDevice(),
        Role.VIEWER,
        Role.OPERATOR,
        Role.FIRMWARE_MANAGER,
        Role.ADMIN,
        Role.DEVICE);
    assertAdmits(Access.device(), Role.DEVICE);
    assertAdmits(Access.device().orRoles(Role.OPERATOR), Role.DEVICE, Role.OPERATOR, Role.ADMIN);
    assertAdmits(Access.roles(Role.OPERATOR), Role.OPERATOR, Role.ADMIN);
    assertAdmits(Access.roles(), Role.ADMIN);
  }

  @Test
  void scopeAdmitsServicesBesides() {
    assertAdmits(Access.device().scope("telemetry:write"), Role.DEVICE, Role.SERVICE);
  }

  @Test
  void theRoleOfAServiceIsNeverEnough() {
    assertAdmits(Access.roles(Role.SERVICE), Role.ADMIN);
  }

  private static void assertAdmits(Access access, Role... roles) {
    assertThat(Arrays.stream(Role.values()).filter(role -> access.admits(caller(role))))
        .containsExactlyInAnyOrder(roles);
  }

  private static Caller caller(Role role) {
    return new Caller("acme", "x", Set.of(role), null, Set.of("telemetry:write"), Instant.MAX);
  }
}
