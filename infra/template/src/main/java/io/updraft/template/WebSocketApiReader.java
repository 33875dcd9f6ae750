package io.updraft.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a WebSocket API from the plain resources that it is made of: SAM has none for it. Which
 * belongs to which is said by references, so these are read as they are written.
 */
final class WebSocketApiReader {
  private static final String KIND = "AWS::ApiGatewayV2::";
  private static final Pattern FUNCTION =
      Pattern.compile("functions/\\$\\{([A-Za-z0-9]+)\\.(?:Arn|Alias)}/invocations");
  private static final Pattern INTEGRATION = Pattern.compile("integrations/\\$\\{([A-Za-z0-9]+)}");

  private final Map<String, Section> resources;

  WebSocketApiReader(Map<String, Section> resources) {
    this.resources = resources;
  }

  Optional<WebSocketApi> read() {
    Map<String, Section> apis = of("Api");
    apis.values().forEach(WebSocketApiReader::refuseOther);
    if (apis.size() > 1) {
      throw new InvalidTemplate(
          "Resources", "several WebSocket APIs are unsupported: " + List.copyOf(apis.keySet()));
    }
    return apis.keySet().stream().findFirst().map(id -> new WebSocketApi(id, stage(), functions()));
  }

  private static void refuseOther(Section api) {
    if (!api.text("ProtocolType").equals("WEBSOCKET")) {
      throw api.unsupported("ProtocolType");
    }
  }

  private String stage() {
    return of("Stage").values().stream()
        .map(stage -> stage.text("StageName"))
        .findFirst()
        .orElseThrow(() -> new InvalidTemplate("Resources", "a WebSocket API needs a stage"));
  }

  private Map<String, String> functions() {
    Map<String, Section> integrations = of("Integration");
    Map<String, String> functions = new LinkedHashMap<>();
    of("Route")
        .values()
        .forEach(
            route -> {
              String integration = named(route, "Target", INTEGRATION);
              Section target = integrations.get(integration);
              if (target == null) {
                throw route.unsupported("Target");
              }
              functions.put(route.text("RouteKey"), named(target, "IntegrationUri", FUNCTION));
            });
    return functions;
  }

  /** The logical id in a value written with {@code !Sub}. */
  private static String named(Section section, String key, Pattern pattern) {
    Matcher matcher = pattern.matcher(section.pattern(key));
    if (!matcher.find()) {
      throw section.unsupported(key);
    }
    return matcher.group(1);
  }

  private Map<String, Section> of(String kind) {
    Map<String, Section> found = new LinkedHashMap<>();
    resources.forEach(
        (id, resource) -> {
          if (resource.text("Type").equals(KIND + kind)) {
            found.put(id, resource.section("Properties"));
          }
        });
    return found;
  }
}
