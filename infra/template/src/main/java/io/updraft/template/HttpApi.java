package io.updraft.template;

import java.util.Map;
import java.util.Optional;

/**
 * The HTTP API.
 *
 * @param authorizers by name
 * @param defaultAuthorizer name of the one that is asked where a route does not say otherwise
 */
public record HttpApi(
    String id, Map<String, Authorizer> authorizers, Optional<String> defaultAuthorizer) {
  public HttpApi {
    authorizers = Ordered.copyOf(authorizers);
  }
}
