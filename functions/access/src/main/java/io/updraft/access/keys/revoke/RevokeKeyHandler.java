package io.updraft.access.keys.revoke;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyId;
import io.updraft.access.domain.OrganizationId;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/**
 * {@code DELETE /api/v1/admin/keys/{key_id}}: takes effect at once here, and at the gateway when
 * what it remembers of the key has aged.
 */
public final class RevokeKeyHandler implements Operation {
  private final ApiKeys keys;

  public RevokeKeyHandler(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    OrganizationId organization = new OrganizationId(request.caller().organization());
    String given = request.path("key_id");
    boolean revoked = KeyId.parse(given).filter(id -> keys.revoke(organization, id)).isPresent();
    if (!revoked) {
      throw Problem.notFound("API key", given).exception();
    }
    return HttpResponse.noContent();
  }
}
