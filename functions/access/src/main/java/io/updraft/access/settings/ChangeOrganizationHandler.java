package io.updraft.access.settings;

import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Organizations;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code PATCH /api/v1/admin/organization}: {@code poll_interval_seconds}, null for that of the
 * installation. Devices learn of it when what the gateway and the authorizer know of them is
 * renewed, within ten minutes.
 */
public final class ChangeOrganizationHandler implements Operation {
  private static final String POLL_INTERVAL = "poll_interval_seconds";
  private static final int LEAST_SECONDS = 5;
  private static final int MOST_SECONDS = 86_400;
  private static final int MOST_BYTES = 4_096;

  private final Organizations organizations;

  public ChangeOrganizationHandler(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String id = request.caller().organization();
    return organizations
        .find(new OrganizationId(id))
        .map(o -> changed(o, interval(request, o)))
        .map(OrganizationView::of)
        .map(HttpResponse::ok)
        .orElseThrow(() -> Problem.notFound("organization", id).exception());
  }

  private static @Nullable Duration interval(HttpRequest request, Organization present) {
    Duration interval = present.pollInterval();
    Map<String, Long> known =
        interval == null ? Map.of() : Map.of(POLL_INTERVAL, interval.toSeconds());
    Fields fields = request.jsonOver(known, MOST_BYTES);
    Long seconds = fields.optionalNumber(POLL_INTERVAL, LEAST_SECONDS, MOST_SECONDS);
    fields.throwIfInvalid();
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private Organization changed(Organization organization, @Nullable Duration interval) {
    organizations.changePollInterval(organization.id(), interval);
    return organization.polling(interval);
  }
}
