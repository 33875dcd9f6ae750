package io.updraft.access.authorize;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.updraft.access.domain.ApiKey;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.Scope;
import io.updraft.http.Caller;
import io.updraft.http.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a caller of an API key: it counts as the person who made the key. */
final class KeyCaller {
  /** For keys without an end. */
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private KeyCaller() {}

  static Caller of(ApiKey key) {
    return new Caller(
        key.organization().value(),
        key.createdBy(),
        Set.of(role(key.grant())),
        device(key.grant()),
        scopes(key.grant()),
        key.expiresAt() == null ? NEVER : key.expiresAt());
  }

  private static Role role(Grant grant) {
    return switch (grant) {
      case Grant.User(Grant.Rank rank) ->
          switch (rank) {
            case VIEWER -> Role.VIEWER;
            case OPERATOR -> Role.OPERATOR;
            case FIRMWARE_MANAGER -> Role.FIRMWARE_MANAGER;
            case ADMIN -> Role.ADMIN;
          };
      case Grant.Device _, Grant.Gateway _ -> Role.DEVICE;
      case Grant.Service _ -> Role.SERVICE;
    };
  }

  private static @Nullable String device(Grant grant) {
    return grant instanceof Grant.Device device ? device.id().value() : null;
  }

  private static Set<String> scopes(Grant grant) {
    return grant instanceof Grant.Service service
        ? service.scopes().stream().map(Scope::value).collect(toUnmodifiableSet())
        : Set.of();
  }
}
