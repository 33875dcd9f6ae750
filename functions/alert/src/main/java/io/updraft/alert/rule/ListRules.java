package io.updraft.alert.rule;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the rules that a filter lets through, in the order of their creation. Reads a bounded
 * number and shows a bounded size; where few match, or rules name many devices, the answer is short
 * and tells where to go on.
 */
final class ListRules {
  /** How many rules are looked at beyond those that an offset leaves out. */
  static final int MOST_READ = 1_000;

  private static final int BATCH = 100;

  private final Rules rules;
  private final RuleTotals totals;

  ListRules(Rules rules, RuleTotals totals) {
    this.rules = rules;
    this.totals = totals;
  }

  /**
   * Where a list begins.
   *
   * @param after the rule before, or null
   * @param skip how many matching rules are still to be left out
   */
  record Start(@Nullable RuleId after, int skip) {}

  /**
   * A page.
   *
   * @param next where to go on, or null at the end
   */
  record Listed(List<CountedRule> rules, @Nullable Start next) {
    Listed {
      rules = List.copyOf(rules);
    }
  }

  Listed list(String organization, Filter filter, Start start, int limit) {
    Search search = new Search(filter, start, limit);
    while (search.goesOn()) {
      int wanted = search.wanted();
      search.take(rules.browse(organization, search.after, wanted), wanted);
    }
    return new Listed(totals.counted(organization, search.found), search.next());
  }

  /** What one call has looked at so far: for a page, and whether one more follows it. */
  private static final class Search {
    private final Filter filter;
    private final int limit;
    private final List<Rule> found = new ArrayList<>();
    private final Room room = new Room();
    private @Nullable RuleId after;
    private int skip;
    private int mayRead;
    private boolean more;
    private boolean ended;

    Search(Filter filter, Start start, int limit) {
      this.filter = filter;
      this.limit = limit;
      this.after = start.after();
      this.skip = start.skip();
      this.mayRead = MOST_READ + start.skip();
    }

    boolean goesOn() {
      return !ended && !more && mayRead > 0;
    }

    /** No more than is needed where nearly all match. */
    int wanted() {
      int most = Math.min(BATCH, mayRead);
      return filter.selective() ? most : Math.min(most, skip + limit - found.size() + 1);
    }

    void take(List<Rule> batch, int wanted) {
      mayRead -= wanted;
      batch.stream().takeWhile(rule -> !more).forEach(this::look);
      ended = !more && batch.size() < wanted;
    }

    private void look(Rule rule) {
      boolean shown = filter.matches(rule) && skip == 0;
      if (shown && (found.size() == limit || !room.takes(rule))) {
        more = true;
        return;
      }
      after = rule.id();
      if (shown) {
        found.add(rule);
      } else if (filter.matches(rule)) {
        skip--;
      }
    }

    @Nullable Start next() {
      return ended ? null : new Start(after, skip);
    }
  }
}
