package io.updraft.live.subscribe;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.live.domain.Subscription;

/**
 * {@code POST /api/v1/telemetry/subscribe}: 201 with the address of the WebSocket and a token for
 * one connection.
 */
final class SubscribeHandler implements Operation {
  private final Subscribe subscribe;
  private final String url;

  SubscribeHandler(Subscribe subscribe, String url) {
    this.subscribe = subscribe;
    this.url = url;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return switch (subscribe.subscribe(WishReader.read(request), request.caller())) {
      case SubscribeOutcome.Subscribed(var subscription, var token) ->
          HttpResponse.created(SubscriptionView.of(subscription, token, url));
      case SubscribeOutcome.Full() ->
          throw Problem.conflict(
                  "There are %d subscriptions, which is the most; end one, or wait until one ends."
                      .formatted(Subscription.MOST))
              .exception();
    };
  }
}
