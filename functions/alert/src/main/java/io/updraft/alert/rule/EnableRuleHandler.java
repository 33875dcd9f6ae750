package io.updraft.alert.rule;

import io.updraft.alert.domain.RuleId;
import io.updraft.alert.moves.Author;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code PUT /api/v1/telemetry/alerts/rules/{rule_id}/enable}: whether points are judged by it. */
final class EnableRuleHandler implements Operation {
  private static final String ENABLED = "enabled";

  private final ReplaceRule replaceRule;
  private final Clock clock;

  EnableRuleHandler(ReplaceRule replaceRule, Clock clock) {
    this.replaceRule = replaceRule;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    RuleId id = RulePath.id(request);
    boolean enabled = enabled(request.json());
    return RulePath.answer(replaceRule.enable(id, enabled, Author.of(request, clock)), id);
  }

  private static boolean enabled(Fields fields) {
    if (!fields.has(ENABLED)) {
      fields.reject(ENABLED, "is required: true or false");
    }
    boolean enabled = fields.flagOr(ENABLED, false);
    fields.throwIfInvalid();
    return enabled;
  }
}
