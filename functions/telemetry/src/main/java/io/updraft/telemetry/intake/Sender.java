package io.updraft.telemetry.intake;

import io.updraft.events.Origin;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Who sends data points, and in which request. */
public record Sender(Origin origin, Caller caller) {
  public static Sender of(HttpRequest request) {
    return new Sender(request.origin(), request.caller());
  }

  String organization() {
    return origin.organizationId();
  }

  /** The user behind the key of a gateway, or null for anybody else. */
  @Nullable String gateway() {
    return caller.isGateway() ? caller.user() : null;
  }
}
