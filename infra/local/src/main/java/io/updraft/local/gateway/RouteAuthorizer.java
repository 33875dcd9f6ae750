package io.updraft.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.local.lambda.Json;
import io.updraft.local.lambda.LocalFunction;
import io.updraft.local.lambda.Outcome;
import io.updraft.template.Authorizer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Asks an authorizer's function, and keeps its answers for as long as the template says. */
final class RouteAuthorizer {
  private static final int KEPT = 20_000;

  private final Authorizer definition;
  private final String header;
  private final LocalFunction function;
  private final Clock clock;
  private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Verdict verdict, Instant until) {}

  RouteAuthorizer(Authorizer definition, LocalFunction function, Clock clock) {
    this.definition = definition;
    this.header = definition.identityHeader().toLowerCase(Locale.ROOT);
    this.function = function;
    this.clock = clock;
  }

  Verdict ask(HttpRequest request, RouteTable.Match match) {
    String identity = request.header(header);
    if (identity.isEmpty()) {
      return new Verdict.Anonymous();
    }
    Instant now = clock.instant();
    Kept known = kept.get(identity);
    if (known != null && now.isBefore(known.until())) {
      return known.verdict();
    }
    Verdict verdict = askFunction(request, match, identity);
    if (!(verdict instanceof Verdict.Undecided) && definition.reuse().isPositive()) {
      keep(identity, new Kept(verdict, now.plus(definition.reuse())), now);
    }
    return verdict;
  }

  private void keep(String identity, Kept verdict, Instant now) {
    if (kept.size() >= KEPT) {
      kept.values().removeIf(each -> !now.isBefore(each.until()));
    }
    if (kept.size() < KEPT) {
      kept.put(identity, verdict);
    }
  }

  private Verdict askFunction(HttpRequest request, RouteTable.Match match, String identity) {
    byte[] event = HttpApiEvents.authorization(request, match, identity);
    return switch (function.invoke(event)) {
      case Outcome.Answered answered -> read(answered.payload());
      case Outcome.Failed _, Outcome.TimedOut _ -> new Verdict.Undecided();
    };
  }

  private static Verdict read(byte[] payload) {
    try {
      JsonNode answer = Json.read(payload);
      JsonNode context = answer.path("context");
      return answer.path("isAuthorized").asBoolean()
          ? new Verdict.Allowed(context.isObject() ? context.toString() : "{}")
          : new Verdict.Denied();
    } catch (IOException e) {
      return new Verdict.Undecided();
    }
  }
}
