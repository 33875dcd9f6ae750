package io.updraft.live.subscribe;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import io.updraft.live.domain.SubscriptionId;

/**
 * {@code DELETE /api/v1/telemetry/subscribe/{subscription_id}}: 204, also where it has ended within
 * the last day; its connection is closed.
 */
final class UnsubscribeHandler implements Operation {
  private final Unsubscribe unsubscribe;

  UnsubscribeHandler(Unsubscribe unsubscribe) {
    this.unsubscribe = unsubscribe;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String given = request.path("subscription_id");
    SubscriptionId id = SubscriptionId.parse(given).orElseThrow(() -> notFound(given));
    return switch (unsubscribe.unsubscribe(request.caller().organization(), id)) {
      case ENDED -> HttpResponse.noContent();
      case NOT_FOUND -> throw notFound(given);
    };
  }

  private static ProblemException notFound(String id) {
    return Problem.notFound("subscription", id).exception();
  }
}
