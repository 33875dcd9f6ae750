package io.updraft.local.gateway;

import io.updraft.local.lambda.Functions;
import io.updraft.local.lambda.LocalFunction;
import io.updraft.local.lambda.Outcome;
import io.updraft.template.HttpApi;
import io.updraft.template.Template;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Answers requests with the functions of their routes. */
final class HttpApiGateway {
  private static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);
  private static final HttpAnswer FAILED = HttpAnswer.message(500, "Internal Server Error");

  private final RouteTable routes;
  private final Functions functions;
  private final Map<String, RouteAuthorizer> authorizers = new HashMap<>();

  HttpApiGateway(Template template, Functions functions, Clock clock) {
    this.routes = new RouteTable(template.routes());
    this.functions = functions;
    template
        .api()
        .map(HttpApi::authorizers)
        .orElse(Map.of())
        .forEach(
            (name, authorizer) ->
                authorizers.put(
                    name,
                    new RouteAuthorizer(authorizer, functions.get(authorizer.function()), clock)));
  }

  /** Hands over the response once, from this thread or, where time is up, from another. */
  void handle(HttpRequest request, Consumer<HttpAnswer> answer) {
    routes
        .find(request.method(), request.rawPath())
        .ifPresentOrElse(
            match -> handle(request, match, answer),
            () -> answer.accept(HttpAnswer.message(404, "Not Found")));
  }

  private void handle(HttpRequest request, RouteTable.Match match, Consumer<HttpAnswer> answer) {
    switch (authorize(request, match)) {
      case Verdict.Allowed allowed -> invoke(request, match, allowed.context(), answer);
      case Verdict.Denied _ -> answer.accept(HttpAnswer.message(403, "Forbidden"));
      case Verdict.Anonymous _ -> answer.accept(HttpAnswer.message(401, "Unauthorized"));
      case Verdict.Undecided _ -> answer.accept(FAILED);
    }
  }

  private Verdict authorize(HttpRequest request, RouteTable.Match match) {
    return match
        .route()
        .authorizer()
        .map(authorizers::get)
        .map(authorizer -> authorizer.ask(request, match))
        .orElseGet(() -> new Verdict.Allowed(""));
  }

  private void invoke(
      HttpRequest request,
      RouteTable.Match match,
      String authorizerContext,
      Consumer<HttpAnswer> answer) {
    byte[] event = HttpApiEvents.invocation(request, match, authorizerContext);
    if (event.length > LocalFunction.PAYLOAD_LIMIT) {
      answer.accept(HttpAnswer.message(413, "Request Entity Too Large"));
      return;
    }
    functions
        .get(match.route().function())
        .invoke(
            event, request.id(), INTEGRATION_TIMEOUT, outcome -> answer.accept(render(outcome)));
  }

  private static HttpAnswer render(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> read(answered.payload());
      case Outcome.Failed _ -> FAILED;
      case Outcome.TimedOut _ -> HttpAnswer.message(503, "Service Unavailable");
    };
  }

  private static HttpAnswer read(byte[] payload) {
    try {
      return HttpAnswer.read(payload);
    } catch (IOException notAnAnswer) {
      return FAILED;
    }
  }
}
