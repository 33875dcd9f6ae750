package io.updraft.access.organizations;

import io.updraft.access.domain.Organizations;
import java.time.Clock;

/** Makes the function on organizations that a test keeps. */
public final class TestOrganizations {
  private TestOrganizations() {}

  public static CreateOrganizationHandler handler(Organizations organizations) {
    return new CreateOrganizationHandler(organizations, Clock.systemUTC());
  }
}
