package io.updraft.template;

import java.util.Optional;

/**
 * A route of the HTTP API.
 *
 * @param key method and path, such as {@code GET /devices/{id}}, or {@code $default}
 * @param authorizer name of the authorizer that is asked first, if any
 */
public record Route(String function, String key, Optional<String> authorizer) implements Trigger {
  /** Key of the route that answers whatever no other does. */
  public static final String DEFAULT = "$default";
}
