package io.updraft.firmware;

import io.updraft.http.Access;
import io.updraft.http.Role;

/** Who may do what with firmware. */
final class Rights {
  static final Access READ = Access.users().scope("firmware:read");
  static final Access WRITE = Access.roles(Role.FIRMWARE_MANAGER).scope("firmware:write");
  static final Access KEYS = Access.roles(Role.ADMIN);

  private Rights() {}
}
