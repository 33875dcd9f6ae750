package io.updraft.local.lambda;

import io.updraft.template.Template;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** All functions of the template. */
public final class Functions implements AutoCloseable {
  private final Timeouts timeouts = new Timeouts();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Map<String, LocalFunction> functions = new LinkedHashMap<>();

  /**
   * Creates the handlers.
   *
   * @param platform variables that Lambda itself gives to every function
   * @throws IllegalStateException naming the function whose handler can't be created
   */
  public Functions(Template template, Map<String, String> platform) {
    template
        .functions()
        .forEach(
            (id, function) -> {
              Map<String, String> environment = new HashMap<>(function.environment());
              environment.putAll(platform);
              environment.put("AWS_LAMBDA_FUNCTION_NAME", id);
              functions.put(
                  id,
                  new LocalFunction(function, Map.copyOf(environment), timeouts, stopping::get));
            });
  }

  /** The function with this logical id. */
  public Optional<LocalFunction> find(String id) {
    return Optional.ofNullable(functions.get(id));
  }

  /**
   * The function with this logical id, which the template has.
   *
   * @throws IllegalArgumentException if it has not
   */
  public LocalFunction get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no function " + id));
  }

  /** Tells those that run, and look at the time that is left to them, that there is none. */
  public void windUp() {
    stopping.set(true);
  }

  @Override
  public void close() {
    timeouts.close();
  }
}
