package io.updraft.alert.rule;

import io.updraft.alert.domain.RuleId;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;

/** {@code GET /api/v1/telemetry/alerts/rules/{rule_id}}. */
final class ShowRuleHandler implements Operation {
  private final ShowRule showRule;

  ShowRuleHandler(ShowRule showRule) {
    this.showRule = showRule;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    RuleId id = RulePath.id(request);
    return showRule
        .show(request.caller().organization(), id)
        .map(rule -> HttpResponse.ok(RuleView.of(rule)))
        .orElseThrow(() -> RulePath.notFound(id.text()));
  }
}
