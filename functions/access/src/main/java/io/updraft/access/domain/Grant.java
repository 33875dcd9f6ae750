package io.updraft.access.domain;

import java.util.Set;

/** What a key makes of who presents it. */
public sealed interface Grant {

  /** A person, or a program in a person's place. */
  record User(Rank rank) implements Grant {}

  /** One device, which sees no path but its own. */
  record Device(DeviceId id) implements Grant {}

  /** Speaks for any device of the organization. */
  record Gateway() implements Grant {}

  /** A neighbouring service; it may do what is listed and nothing else. */
  record Service(Set<Scope> scopes) implements Grant {
    public Service {
      scopes = Set.copyOf(scopes);
      if (scopes.isEmpty()) {
        throw new IllegalArgumentException("A service without a scope could do nothing");
      }
    }
  }

  /** What a user may do; what each rank means is said by the routes. */
  enum Rank {
    VIEWER,
    OPERATOR,
    FIRMWARE_MANAGER,
    ADMIN
  }
}
