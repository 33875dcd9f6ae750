package io.updraft.template;

import java.util.Map;

/**
 * A WebSocket API.
 *
 * @param stage name of its stage, the path of its address
 * @param functions logical ids by the route that invokes them, such as {@code $connect}
 */
public record WebSocketApi(String id, String stage, Map<String, String> functions) {
  public WebSocketApi {
    functions = Ordered.copyOf(functions);
  }
}
