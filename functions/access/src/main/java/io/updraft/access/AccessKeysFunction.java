package io.updraft.access;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.Organizations;
import io.updraft.access.dynamodb.AccessTable;
import io.updraft.access.keys.create.CreateKeyHandler;
import io.updraft.access.keys.list.ListKeysHandler;
import io.updraft.access.keys.revoke.RevokeKeyHandler;
import io.updraft.access.settings.ChangeOrganizationHandler;
import io.updraft.access.settings.ShowOrganizationHandler;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.security.SecureRandom;
import java.time.Clock;

/** API keys, and the settings of the organization: the function {@code AccessKeys}. */
public final class AccessKeysFunction extends HttpFunction {

  public AccessKeysFunction() {
    this(AccessTable.of(Environment.current()));
  }

  private AccessKeysFunction(AccessTable table) {
    this(table.apiKeys(), table.organizations(), Clock.systemUTC());
  }

  AccessKeysFunction(ApiKeys keys, Organizations organizations, Clock clock) {
    super(routes(keys, organizations, clock));
  }

  private static Routes routes(ApiKeys keys, Organizations organizations, Clock clock) {
    KeyMint mint = new KeyMint(clock, new SecureRandom());
    Access admins = Access.roles(Role.ADMIN);
    return Routes.routes(clock)
        .route("POST /api/v1/admin/keys", admins, new CreateKeyHandler(keys, mint, clock))
        .route("GET /api/v1/admin/keys", admins, new ListKeysHandler(keys, clock))
        .route("DELETE /api/v1/admin/keys/{key_id}", admins, new RevokeKeyHandler(keys))
        .route("GET /api/v1/admin/organization", admins, new ShowOrganizationHandler(organizations))
        .route(
            "PATCH /api/v1/admin/organization",
            admins,
            new ChangeOrganizationHandler(organizations))
        .build();
  }
}
