package io.updraft.alert.rule;

import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTotals;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Totals;
import io.updraft.events.Envelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules and their totals in memory, for the tests of use cases. */
public final class InMemoryRules implements Rules, RuleTotals {
  private record Place(String organization, RuleId id) {}

  private final int most;
  private final Map<String, NavigableMap<RuleId, Rule>> rules = new HashMap<>();
  private final Set<Place> deleted = new HashSet<>();
  private final Map<RuleId, Totals> totals = new HashMap<>();
  private final List<Envelope> events = new ArrayList<>();
  private int overtaking;

  public InMemoryRules() {
    this(MOST);
  }

  public InMemoryRules(int most) {
    this.most = most;
  }

  /** Lets somebody else be first at the next so many writes. */
  public void overtake(int writes) {
    overtaking = writes;
  }

  public void trigger(RuleId id, Totals now) {
    totals.put(id, now);
  }

  /** What was announced, in order. */
  public List<Envelope> events() {
    return List.copyOf(events);
  }

  @Override
  public Optional<Rule> find(String organization, RuleId id) {
    return Optional.ofNullable(of(organization).get(id));
  }

  @Override
  public boolean deleted(String organization, RuleId id) {
    return deleted.contains(new Place(organization, id));
  }

  @Override
  public Stored commit(RuleChange change) {
    Rule rule = change.rule();
    NavigableMap<RuleId, Rule> present = of(rule.organization());
    if (overtaking-- > 0 || !unchanged(change, present.get(rule.id()))) {
      return Stored.OVERTAKEN;
    }
    if (change.more() > 0 && present.size() >= most) {
      return Stored.FULL;
    }
    apply(change, present);
    events.add(change.event());
    return Stored.DONE;
  }

  private static boolean unchanged(RuleChange change, @Nullable Rule present) {
    return switch (change) {
      case RuleChange.Created _ -> present == null;
      case RuleChange.Replaced(var before, var _, var _) -> before.equals(present);
      case RuleChange.Deleted gone -> gone.rule().equals(present);
    };
  }

  private void apply(RuleChange change, Map<RuleId, Rule> present) {
    Rule rule = change.rule();
    if (change instanceof RuleChange.Deleted) {
      present.remove(rule.id());
      deleted.add(new Place(rule.organization(), rule.id()));
    } else {
      present.put(rule.id(), rule);
    }
  }

  @Override
  public List<Rule> browse(String organization, @Nullable RuleId after, int limit) {
    NavigableMap<RuleId, Rule> present = of(organization);
    return (after == null ? present : present.tailMap(after, false))
        .values().stream().limit(limit).toList();
  }

  private NavigableMap<RuleId, Rule> of(String organization) {
    return rules.computeIfAbsent(organization, _ -> new TreeMap<>());
  }

  @Override
  public Map<RuleId, Totals> of(String organization, Collection<RuleId> ids) {
    Map<RuleId, Totals> found = new HashMap<>(totals);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public void add(String organization, RuleId rule, String batch, Totals more) {
    totals.merge(rule, more, Totals::plus);
  }

  @Override
  public Optional<String> stamp(String organization) {
    return rules.containsKey(organization)
        ? Optional.of(Integer.toString(events.size()))
        : Optional.empty();
  }

  @Override
  public boolean rename(Rule before, String createdBy, String updatedBy) {
    return of(before.organization())
        .replace(
            before.id(),
            before,
            new Rule(
                before.organization(),
                before.id(),
                before.terms(),
                before.enabled(),
                createdBy,
                before.createdAt(),
                before.editedAt(),
                updatedBy,
                before.updatedAt(),
                before.version()));
  }
}
