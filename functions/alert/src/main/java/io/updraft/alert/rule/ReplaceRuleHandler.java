package io.updraft.alert.rule;

import io.updraft.alert.domain.RuleId;
import io.updraft.alert.moves.Author;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code PUT /api/v1/telemetry/alerts/rules/{rule_id}}: all that a rule says. */
final class ReplaceRuleHandler implements Operation {
  private final RuleReader reader;
  private final ReplaceRule replaceRule;
  private final Clock clock;

  ReplaceRuleHandler(RuleReader reader, ReplaceRule replaceRule, Clock clock) {
    this.reader = reader;
    this.replaceRule = replaceRule;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    RuleId id = RulePath.id(request);
    RuleReader.Wanted wanted = reader.read(request);
    return RulePath.answer(replaceRule.replace(id, wanted, Author.of(request, clock)), id);
  }
}
