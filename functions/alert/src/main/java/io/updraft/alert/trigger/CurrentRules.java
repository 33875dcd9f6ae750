package io.updraft.alert.trigger;

import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleIndex;
import io.updraft.alert.domain.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The rules of the organizations that were asked for last, read again when the stamp tells that one
 * has changed. What is read may be newer than its stamp, never older; an alert is written on the
 * condition that the stamp still holds.
 */
final class CurrentRules {
  private static final int MOST_KEPT = 50;
  private static final int PAGE = 1_000;

  private final Rules rules;
  private final LinkedHashMap<String, Moment> kept = new LinkedHashMap<>(16, 0.75f, true);

  CurrentRules(Rules rules) {
    this.rules = rules;
  }

  /** Rules as of a stamp. */
  record Moment(String stamp, RuleIndex rules) {}

  /** As they are now; one read unit where none has changed. */
  synchronized Moment of(String organization) {
    String stamp = rules.stamp(organization).orElse(null);
    if (stamp == null) {
      return new Moment("", RuleIndex.EMPTY);
    }
    Moment found = kept.get(organization);
    if (found == null || !found.stamp().equals(stamp)) {
      found = new Moment(stamp, new RuleIndex(all(organization)));
      kept.put(organization, found);
      if (kept.size() > MOST_KEPT) {
        kept.pollFirstEntry();
      }
    }
    return found;
  }

  private List<Rule> all(String organization) {
    List<Rule> all = new ArrayList<>();
    RuleId last = null;
    List<Rule> page;
    do {
      page = rules.browse(organization, last, PAGE);
      all.addAll(page);
      last = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
    return all;
  }
}
