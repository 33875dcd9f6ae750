package io.updraft.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the authorizer found out.
 *
 * @param organization the organization that everything the caller sees belongs to
 * @param user who is recorded as the author of changes
 * @param roles what the caller is; at least one
 * @param device the only device that a device caller is; null for users, and for a gateway, which
 *     has the role device and speaks for any device of its organization
 * @param scopes what the key of a service lists, as {@code resource:action}
 * @param expiresAt when the credentials end; from then on they are refused
 * @param pollInterval how often the organization wants its devices to ask; null where it leaves
 *     that to the functions
 */
public record Caller(
    String organization,
    String user,
    Set<Role> roles,
    @Nullable String device,
    Set<String> scopes,
    Instant expiresAt,
    @Nullable Duration pollInterval) {

  /** Of an organization that has no poll interval of its own. */
  public Caller(
      String organization,
      String user,
      Set<Role> roles,
      @Nullable String device,
      Set<String> scopes,
      Instant expiresAt) {
    this(organization, user, roles, device, scopes, expiresAt, null);
  }

  public Caller {
    if (organization.isBlank() || user.isBlank() || roles.isEmpty()) {
      throw new IllegalArgumentException("A caller has an organization, a user and a role");
    }
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  /** The same caller, of an organization that wants its devices to ask that often. */
  public Caller polling(@Nullable Duration interval) {
    return new Caller(organization, user, roles, device, scopes, expiresAt, interval);
  }

  public boolean isDevice() {
    return roles.contains(Role.DEVICE);
  }

  /** Whether the caller speaks for any device of its organization. */
  public boolean isGateway() {
    return isDevice() && device == null;
  }

  /** Whether the caller has the role or one that includes it, as admin includes operator. */
  public boolean has(Role role) {
    return roles.stream().anyMatch(own -> own.includes(role));
  }

  /** Whether the device's own path is open to the caller: a device sees no path but its own. */
  public boolean mayActFor(String deviceId) {
    return !isDevice() || device == null || device.equals(deviceId);
  }
}
