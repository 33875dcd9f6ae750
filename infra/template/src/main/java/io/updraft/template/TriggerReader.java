package io.updraft.template;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the events of one function. */
final class TriggerReader {
  private final String function;
  private final Optional<HttpApi> api;

  TriggerReader(String function, Optional<HttpApi> api) {
    this.function = function;
    this.api = api;
  }

  /** The trigger, or nothing where it is switched off. */
  Optional<Trigger> read(String id, Section event) {
    Section properties = event.section("Properties");
    if (!isEnabled(properties)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (event.text("Type")) {
          case "HttpApi" -> route(properties);
          case "DynamoDB" -> stream(id, properties);
          case "SQS" -> queue(id, properties);
          case "S3" -> object(properties);
          case "Schedule", "ScheduleV2" -> schedule(id, properties);
          default -> throw event.unsupported("Type");
        });
  }

  private static boolean isEnabled(Section properties) {
    return properties.flag("Enabled", true)
        && properties.text("State", "ENABLED").equals("ENABLED");
  }

  private Route route(Section properties) {
    return new Route(function, routeKey(properties), authorizer(properties));
  }

  private static String routeKey(Section properties) {
    if (!properties.has("Path")) {
      return Route.DEFAULT;
    }
    String path = properties.text("Path");
    String method = properties.text("Method").toUpperCase(Locale.ROOT);
    return path.equals(Route.DEFAULT)
        ? Route.DEFAULT
        : (method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD") ? "ANY" : method) + " " + path;
  }

  private Optional<String> authorizer(Section properties) {
    Section auth = properties.section("Auth");
    Optional<String> named = auth.find("Authorizer");
    if (named.isEmpty()) {
      return api.flatMap(HttpApi::defaultAuthorizer);
    }
    if (named.get().equals("NONE")) {
      return Optional.empty();
    }
    if (api.filter(a -> a.authorizers().containsKey(named.get())).isEmpty()) {
      throw auth.unsupported("Authorizer");
    }
    return named;
  }

  private StreamTrigger stream(String id, Section properties) {
    return new StreamTrigger(
        function,
        id,
        properties.target("Stream", "Fn::GetAtt"),
        properties.find("StartingPosition").equals(Optional.of("LATEST")),
        properties.integer("BatchSize", 100),
        Duration.ofSeconds(properties.integer("MaximumBatchingWindowInSeconds", 0)),
        filters(properties),
        retries(properties),
        Duration.ofSeconds(Math.max(0, properties.integer("MaximumRecordAgeInSeconds", -1))),
        properties.flag("BisectBatchOnFunctionError", false),
        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private QueueTrigger queue(String id, Section properties) {
    return new QueueTrigger(
        function,
        id,
        properties.target("Queue", "Fn::GetAtt"),
        properties.integer("BatchSize", 10),
        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private static List<String> filters(Section properties) {
    return properties.section("FilterCriteria").sections("Filters").stream()
        .map(filter -> filter.text("Pattern"))
        .toList();
  }

  private static OptionalInt retries(Section properties) {
    int attempts = properties.integer("MaximumRetryAttempts", -1);
    return attempts < 0 ? OptionalInt.empty() : OptionalInt.of(attempts);
  }

  private ObjectTrigger object(Section properties) {
    List<Section> rules = properties.section("Filter").section("S3Key").sections("Rules");
    return new ObjectTrigger(
        function,
        properties.target("Bucket", "Ref"),
        events(properties),
        rule(rules, "prefix"),
        rule(rules, "suffix"));
  }

  private static Set<String> events(Section properties) {
    // SAM takes one event as text as well as a list of them.
    List<String> events =
        properties.values().get("Events") instanceof String one
            ? List.of(one)
            : properties.texts("Events");
    if (events.isEmpty() || !events.stream().allMatch(e -> e.startsWith("s3:ObjectCreated:"))) {
      throw properties.unsupported("Events");
    }
    return Set.copyOf(events);
  }

  private static String rule(List<Section> rules, String name) {
    return rules.stream()
        .filter(rule -> rule.text("Name").toLowerCase(Locale.ROOT).equals(name))
        .map(rule -> rule.text("Value"))
        .findFirst()
        .orElse("");
  }

  private Schedule schedule(String id, Section properties) {
    String expression =
        properties.find("ScheduleExpression").orElseGet(() -> properties.text("Schedule"));
    Duration rate =
        RateExpression.parse(expression)
            .orElseThrow(
                () ->
                    properties.unsupported(
                        properties.has("Schedule") ? "Schedule" : "ScheduleExpression"));
    return new Schedule(function, id, rate, properties.find("Input"));
  }
}
