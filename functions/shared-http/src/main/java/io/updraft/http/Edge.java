package io.updraft.http;

import com.amazonaws.services.lambda.runtime.Context;
import io.updraft.http.Routes.Route;
import io.updraft.lambda.DependencyUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;

/** Between an event and an operation: who may come in, and what goes out whatever happens. */
final class Edge {
  private static final byte[] NOWHERE =
      """
      {"rawPath": "/priming", "headers": {"accept": "application/json"}, "requestContext":
        {"requestId": "priming", "routeKey": "GET /priming"}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final Routes routes;
  private final Gate gate;

  Edge(Routes routes) {
    this.routes = routes;
    this.gate = new Gate(routes.clock());
  }

  byte[] answer(byte[] bytes, Context context) {
    Event event;
    try {
      event = Event.read(bytes);
    } catch (IllegalArgumentException foreign) {
      RequestLog.foreignEvent(context.getAwsRequestId(), foreign);
      return Rendering.plain(Problem.internal().toResponse(context.getAwsRequestId()));
    }
    try (RequestLog log = RequestLog.open(event, context.getFunctionName())) {
      HttpResponse response = respond(event, log);
      log.answered(response.status());
      return Rendering.of(response, event.headers());
    }
  }

  /** Takes a request for what is not there the whole way, so that a snapshot has the classes. */
  void prime() {
    Event event = Event.read(NOWHERE);
    try (RequestLog log = RequestLog.open(event, "priming")) {
      Rendering.of(respond(event, log), event.headers());
    }
  }

  private HttpResponse respond(Event event, RequestLog log) {
    try {
      return serve(event, log);
    } catch (ProblemException refusal) {
      log.refused(refusal);
      return refused(refusal.problem(), event);
    } catch (DependencyUnavailable away) {
      log.failed(away);
      return refused(
          Problem.unavailable(away.getMessage() + ": try again later.", away.retryAfter()), event);
    } catch (RuntimeException | StackOverflowError defect) {
      log.failed(defect);
      return refused(Problem.internal(), event);
    }
  }

  private HttpResponse refused(Problem problem, Event event) {
    return routes.refusals().toResponse(problem, event.requestId());
  }

  private HttpResponse serve(Event event, RequestLog log) {
    Optional<Caller> caller = gate.identify(event.credentials());
    caller.ifPresent(log::calledBy);
    Optional<Route> route = routes.find(event.routeKey());
    if (route.isEmpty()) {
      gate.refuseBadCredentials(event.credentials());
      return nothingHere(event);
    }
    gate.admit(route.get().access(), event.credentials());
    return route.get().operation().handle(request(event, caller));
  }

  private HttpRequest request(Event event, Optional<Caller> caller) {
    byte[] body =
        ContentEncoding.undone(
            event.headers().get("content-encoding"), event.body(), routes.maxInflatedBytes());
    return new HttpRequest(
        event.requestId(),
        event.routeKey(),
        event.pathParameters(),
        event.query(),
        event.headers(),
        body,
        caller.orElse(null));
  }

  private HttpResponse nothingHere(Event event) {
    SortedSet<String> methods = routes.methodsOf(event.path());
    if (methods.isEmpty()) {
      return refused(Problem.unknownRoute(), event);
    }
    return refused(Problem.methodNotAllowed(methods), event)
        .withHeader("allow", String.join(", ", methods));
  }
}
