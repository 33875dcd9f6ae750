package io.updraft.access.keys;

import io.updraft.access.domain.ApiKey;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.Scope;
import io.updraft.http.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as it is shown: never its secret. */
public record KeyView(
    String keyId,
    String organization,
    Role role,
    @Nullable String device,
    boolean gateway,
    List<String> scopes,
    @Nullable String name,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  public static KeyView of(ApiKey key) {
    Grant grant = key.grant();
    return new KeyView(
        key.id().value(),
        key.organization().value(),
        role(grant),
        grant instanceof Grant.Device(var id) ? id.value() : null,
        grant instanceof Grant.Gateway,
        grant instanceof Grant.Service(var scopes)
            ? scopes.stream().map(Scope::value).sorted().toList()
            : List.of(),
        key.name(),
        key.createdBy(),
        key.createdAt(),
        key.expiresAt());
  }

  private static Role role(Grant grant) {
    return switch (grant) {
      case Grant.User(Grant.Rank rank) -> Role.valueOf(rank.name());
      case Grant.Device _, Grant.Gateway _ -> Role.DEVICE;
      case Grant.Service _ -> Role.SERVICE;
    };
  }
}
