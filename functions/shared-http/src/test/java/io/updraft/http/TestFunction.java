package io.updraft.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A function with one operation behind every kind of route. */
final class TestFunction extends HttpFunction {
  static final Instant EXPIRY = Instant.parse("2026-11-24T12:00:00Z");
  static final Clock BEFORE_EXPIRY = at(EXPIRY.minusMillis(1));

  static final String LIST = "GET /api/v1/ota/firmware";
  static final String CREATE = "POST /api/v1/ota/firmware";
  static final String POLL = "GET /api/v1/ota/devices/{device_id}/updates/next";
  static final String HEALTH = "GET /health";

  private TestFunction(Routes routes) {
    super(routes);
  }

  static TestFunction of(Operation operation) {
    return of(BEFORE_EXPIRY, operation);
  }

  static TestFunction of(Clock clock, Operation operation) {
    return new TestFunction(
        Routes.routes(clock)
            .route(LIST, Access.users().scope("firmware:read"), operation)
            .route(CREATE, Access.roles(Role.FIRMWARE_MANAGER).scope("firmware:write"), operation)
            .route(POLL, Access.device(), operation)
            .route(HEALTH, Access.anyone(), operation)
            .build());
  }

  static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }
}
