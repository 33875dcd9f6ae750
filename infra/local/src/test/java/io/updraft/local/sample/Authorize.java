package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets those in who say "in", fails for those who say "fail", and counts how often it was asked.
 */
public final class Authorize
    implements RequestHandler<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> {
  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public Map<String, Object> handleRequest(
      APIGatewayV2CustomAuthorizerEvent event, Context context) {
    String identity = event.getIdentitySource().getFirst();
    if (identity.equals("fail")) {
      throw new IllegalStateException("planned");
    }
    return Map.of(
        "isAuthorized", identity.equals("in"), "context", Map.of("asked", asked.incrementAndGet()));
  }
}
