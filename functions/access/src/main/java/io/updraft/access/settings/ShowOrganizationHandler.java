package io.updraft.access.settings;

import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** {@code GET /api/v1/admin/organization}: the caller's own. */
public final class ShowOrganizationHandler implements Operation {
  private final Organizations organizations;

  public ShowOrganizationHandler(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String id = request.caller().organization();
    return organizations
        .find(new OrganizationId(id))
        .map(OrganizationView::of)
        .map(HttpResponse::ok)
        .orElseThrow(() -> Problem.notFound("organization", id).exception());
  }
}
