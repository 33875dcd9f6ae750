package io.updraft.alert.rule;

import io.updraft.alert.domain.RuleId;
import io.updraft.alert.moves.Author;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/**
 * {@code DELETE /api/v1/telemetry/alerts/rules/{rule_id}}: 204, also where it was deleted before;
 * its alerts stay.
 */
final class DeleteRuleHandler implements Operation {
  private final DeleteRule deleteRule;
  private final Clock clock;

  DeleteRuleHandler(DeleteRule deleteRule, Clock clock) {
    this.deleteRule = deleteRule;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    RuleId id = RulePath.id(request);
    return switch (deleteRule.delete(id, Author.of(request, clock))) {
      case DELETED -> HttpResponse.noContent();
      case NOT_FOUND -> throw RulePath.notFound(id.text());
      case CONTENDED -> throw RulePath.contended();
    };
  }
}
