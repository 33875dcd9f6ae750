package io.updraft.alert.rule;

import io.updraft.alert.domain.RuleId;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;

/** What several operations on one rule have in common at the edge. */
final class RulePath {
  private RulePath() {}

  /**
   * The id in the path.
   *
   * @throws ProblemException {@code NOT_FOUND} for what no rule can have as its id
   */
  static RuleId id(HttpRequest request) {
    String given = request.path("rule_id");
    return RuleId.parse(given).orElseThrow(() -> notFound(given));
  }

  static HttpResponse answer(ReplaceOutcome outcome, RuleId id) {
    return switch (outcome) {
      case ReplaceOutcome.Replaced(var rule) -> HttpResponse.ok(RuleView.of(rule));
      case ReplaceOutcome.NotFound() -> throw notFound(id.text());
      case ReplaceOutcome.Contended() -> throw contended();
    };
  }

  static ProblemException notFound(String id) {
    return Problem.notFound("alert rule", id).exception();
  }

  static ProblemException contended() {
    return Problem.conflict("The rule is being changed by others; send the request again.")
        .exception();
  }
}
