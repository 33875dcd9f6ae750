package io.updraft.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Lambda function.
 *
 * @param id its logical id
 * @param codeUri path of its package, from the template's folder; empty where it has none
 * @param handler name of the handler's class, without a method
 * @param timeout what one invocation may take
 * @param memoryMegabytes what the function would have in the cloud
 * @param environment its own variables, those of {@code Globals} included
 * @param permissions what its policies allow, besides what its triggers need
 */
public record Function(
    String id,
    String codeUri,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    List<Trigger> triggers,
    List<Statement> permissions) {
  public Function {
    environment = Ordered.copyOf(environment);
    triggers = List.copyOf(triggers);
    permissions = List.copyOf(permissions);
  }

  public List<Route> routes() {
    return triggers(Route.class);
  }

  /** Its triggers of one kind, in the order of the template. */
  public <T extends Trigger> List<T> triggers(Class<T> kind) {
    return triggers.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
