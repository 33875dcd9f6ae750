package io.updraft.access.authorize;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.updraft.access.domain.DeviceId;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.TokenClaims;
import io.updraft.http.Caller;
import io.updraft.http.Credentials;
import io.updraft.http.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller of the claims of a genuine token. A token of a device names its device and has no
 * other role: without the device it would count as a gateway, which only keys can be. Nor can a
 * token be a service, whose scopes are listed by its key.
 */
final class TokenCaller {
  private static final int MAX_SUBJECT_LENGTH = 256;
  private static final Set<Role> NEVER_BY_TOKEN = EnumSet.of(Role.SERVICE);

  private TokenCaller() {}

  static Credentials of(TokenClaims claims) {
    Optional<OrganizationId> organization = organization(claims);
    Set<Role> roles = roles(claims.roles());
    if (organization.isEmpty()) {
      return new Credentials.Invalid("The token names no organization.");
    }
    if (!isUsable(claims.subject())) {
      return new Credentials.Invalid("The token names no subject of 1 to 256 characters.");
    }
    if (roles.isEmpty()) {
      return new Credentials.Invalid("The token gives no role that a token can give.");
    }
    return roles.contains(Role.DEVICE)
        ? device(claims, organization.get(), roles)
        : new Credentials.Valid(caller(claims, organization.get(), roles, null));
  }

  private static Credentials device(
      TokenClaims claims, OrganizationId organization, Set<Role> roles) {
    Optional<DeviceId> device = Optional.ofNullable(claims.device()).flatMap(DeviceId::parse);
    if (roles.size() > 1 || device.isEmpty()) {
      return new Credentials.Invalid(
          "The token of a device names the device and gives no role but device.");
    }
    return new Credentials.Valid(caller(claims, organization, roles, device.get().value()));
  }

  private static Caller caller(
      TokenClaims claims, OrganizationId organization, Set<Role> roles, @Nullable String device) {
    String user = String.valueOf(claims.subject());
    return new Caller(organization.value(), user, roles, device, Set.of(), claims.expiresAt());
  }

  private static Optional<OrganizationId> organization(TokenClaims claims) {
    return Optional.ofNullable(claims.organization()).flatMap(OrganizationId::parse);
  }

  private static boolean isUsable(@Nullable String subject) {
    return subject != null && !subject.isBlank() && subject.length() <= MAX_SUBJECT_LENGTH;
  }

  /** Names that are not Updraft's are left out: an issuer knows roles of other systems too. */
  private static Set<Role> roles(List<String> names) {
    return names.stream()
        .map(Role::ofWireName)
        .flatMap(Optional::stream)
        .filter(role -> !NEVER_BY_TOKEN.contains(role))
        .collect(toUnmodifiableSet());
  }
}
