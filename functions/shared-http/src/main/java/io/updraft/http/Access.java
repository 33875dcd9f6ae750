package io.updraft.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a route admits. A service is admitted only by a scope that its key lists, never by its role
 * alone: a route without a scope is closed to services.
 *
 * @param open whether no credentials are needed
 * @param admitted the roles that suffice, each of them by itself
 * @param scope what the key of a service must list, as {@code resource:action}; null closes the
 *     route to services
 */
public record Access(boolean open, Set<Role> admitted, @Nullable String scope) {

  public Access {
    admitted = Set.copyOf(admitted);
  }

  /** No credentials needed. */
  public static Access anyone() {
    return new Access(true, Set.of(), null);
  }

  /** Any role but device; services by a scope, as everywhere. */
  public static Access users() {
    return new Access(false, Set.of(Role.VIEWER), null);
  }

  /** These roles, and admin always. */
  public static Access roles(Role... roles) {
    return new Access(false, Set.of(), null).orRoles(roles);
  }

  /** Any role; services by a scope, as everywhere. */
  public static Access usersOrDevice() {
    return new Access(false, Set.of(Role.VIEWER, Role.DEVICE), null);
  }

  /** Devices only. */
  public static Access device() {
    return new Access(false, Set.of(Role.DEVICE), null);
  }

  /** Also these roles, and with them admin. */
  public Access orRoles(Role... roles) {
    Set<Role> more = EnumSet.of(Role.ADMIN);
    more.addAll(admitted);
    more.addAll(Arrays.asList(roles));
    return new Access(open, more, scope);
  }

  /** Also services whose key lists this scope. */
  public Access scope(String resourceAndAction) {
    return new Access(open, admitted, resourceAndAction);
  }

  boolean admits(Caller caller) {
    return open || admitsByRole(caller) || admitsByScope(caller);
  }

  private boolean admitsByRole(Caller caller) {
    return admitted.stream().filter(role -> role != Role.SERVICE).anyMatch(caller::has);
  }

  private boolean admitsByScope(Caller caller) {
    return scope != null && caller.has(Role.SERVICE) && caller.scopes().contains(scope);
  }
}
