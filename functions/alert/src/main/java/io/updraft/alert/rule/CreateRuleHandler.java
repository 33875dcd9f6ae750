package io.updraft.alert.rule;

import io.updraft.alert.domain.Rules;
import io.updraft.alert.moves.Author;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;

/** {@code POST /api/v1/telemetry/alerts/rules}: 201 with the new rule. */
final class CreateRuleHandler implements Operation {
  private final RuleReader reader;
  private final CreateRule createRule;
  private final Clock clock;

  CreateRuleHandler(RuleReader reader, CreateRule createRule, Clock clock) {
    this.reader = reader;
    this.createRule = createRule;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    RuleReader.Wanted wanted = reader.read(request);
    Author by = Author.of(request, clock);
    return switch (createRule.create(wanted.terms(), wanted.enabledOr(true), by)) {
      case CreateOutcome.Created(var rule) -> HttpResponse.created(RuleView.of(rule));
      case CreateOutcome.Full() ->
          throw Problem.conflict(
                  "There are %,d rules, which is the most; delete one, or widen one by device_groups."
                      .formatted(Rules.MOST))
              .exception();
    };
  }
}
