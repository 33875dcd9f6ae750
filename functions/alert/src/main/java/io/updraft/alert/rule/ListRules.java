package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import io.updraft.http.Selection;
import io.updraft.http.Selection.Batch;
import io.updraft.http.Selection.Place;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the rules that a filter lets through, in the order of their creation. A page is also of
 * bounded size: where rules name many devices, it is short and tells where to go on.
 */
final class ListRules {
  private final Rules rules;
  private final RuleTotals totals;

  ListRules(Rules rules, RuleTotals totals) {
    this.rules = rules;
    this.totals = totals;
  }

  Selected<CountedRule> list(String organization, Filter filter, Start start, int limit) {
    Selected<Rule> found =
        new Selection<>(
                (after, most) -> batch(organization, after, most),
                filter::matches,
                filter.selective())
            .page(start, limit, new Room()::takes);
    return new Selected<>(totals.counted(organization, found.items()), found.next());
  }

  private Batch<Rule> batch(String organization, @Nullable String after, int most) {
    RuleId last = after == null ? null : RuleId.parse(after).orElseThrow();
    List<Rule> found = rules.browse(organization, last, most);
    return new Batch<>(
        found.stream().map(rule -> new Place<>(rule.id().text(), rule)).toList(),
        found.size() < most ? null : found.getLast().id().text());
  }
}
