package io.updraft.telemetry.intake;

import io.updraft.events.Origin;
import io.updraft.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who sends data points, and in which request.
 *
 * @param gateway the user behind the key of a gateway, or null for anybody else
 */
public record Sender(Origin origin, @Nullable String gateway) {
  public static Sender of(HttpRequest request) {
    return new Sender(
        request.origin(), request.caller().isGateway() ? request.caller().user() : null);
  }

  String organization() {
    return origin.organizationId();
  }
}
