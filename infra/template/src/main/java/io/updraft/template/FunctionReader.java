package io.updraft.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code AWS::Serverless::Function}, with what {@code Globals} say of all functions. */
final class FunctionReader {
  private static final int LAMBDA_DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int LAMBDA_DEFAULT_MEMORY_MEGABYTES = 128;

  private final Section globals;
  private final Optional<HttpApi> api;

  FunctionReader(Section globals, Optional<HttpApi> api) {
    this.globals = globals;
    this.api = api;
  }

  Function read(String id, Section properties) {
    return new Function(
        id,
        properties.text("CodeUri", globals.text("CodeUri", "")),
        handler(properties),
        Duration.ofSeconds(number(properties, "Timeout", LAMBDA_DEFAULT_TIMEOUT_SECONDS)),
        number(properties, "MemorySize", LAMBDA_DEFAULT_MEMORY_MEGABYTES),
        environment(properties),
        triggers(id, properties),
        properties.sections("Policies").stream().flatMap(Statement::read).toList());
  }

  /** The class; {@code ::handleRequest} after it is what it means anyway. */
  private String handler(Section properties) {
    String handler = properties.find("Handler").orElseGet(() -> globals.text("Handler"));
    int method = handler.indexOf("::");
    if (method < 0) {
      return handler;
    }
    if (!handler.endsWith("::handleRequest")) {
      throw properties.unsupported("Handler");
    }
    return handler.substring(0, method);
  }

  private int number(Section properties, String key, int otherwise) {
    return properties.integer(key, globals.integer(key, otherwise));
  }

  private Map<String, String> environment(Section properties) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Section source : List.of(globals, properties)) {
      Section variables = source.section("Environment").section("Variables");
      variables
          .values()
          .keySet()
          .forEach(name -> variables.find(name).ifPresent(v -> environment.put(name, v)));
    }
    return environment;
  }

  private List<Trigger> triggers(String function, Section properties) {
    TriggerReader reader = new TriggerReader(function, api);
    return properties.children("Events").entrySet().stream()
        .flatMap(event -> reader.read(event.getKey(), event.getValue()).stream())
        .toList();
  }
}
