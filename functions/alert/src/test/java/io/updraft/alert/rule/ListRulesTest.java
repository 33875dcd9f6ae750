package io.updraft.alert.rule;

import static io.updraft.alert.rule.Samples.ANN;
import static io.updraft.alert.rule.Samples.FULL;
import static io.updraft.alert.rule.Samples.HOT;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Totals;
import io.updraft.alert.moves.Changes;
import io.updraft.http.Selection;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListRulesTest {
  private static final int CREATED = 2_500;
  private static final Filter ALL = new Filter(null, null, null);
  private static final Filter EMERGENCIES = new Filter(null, Level.EMERGENCY, null);

  private final InMemoryRules rules = new InMemoryRules();
  private final ListRules listRules = new ListRules(rules, rules);
  private final Changes changes = new Changes(Samples.ids());

  /** Every hundredth is an emergency. */
  @BeforeEach
  void create() {
    IntStream.range(0, CREATED)
        .mapToObj(i -> changes.created(i % 100 == 0 ? FULL : HOT, i % 2 == 0, ANN))
        .forEach(rules::commit);
  }

  @Test
  void givesEachOnce() {
    assertThat(walk(ALL, 170, 0)).hasSize(CREATED).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void fillsThePage() {
    assertThat(list(ALL, 0, 170).items()).hasSize(170);
    assertThat(list(EMERGENCIES, 0, 4).items()).hasSize(4);
  }

  @Test
  void saysTheEnd() {
    assertThat(list(ALL, CREATED - 5, 5).next()).isNull();
    assertThat(list(ALL, CREATED - 5, 4).next()).isNotNull();
    assertThat(list(ALL, CREATED, 5)).isEqualTo(new Selected<>(List.of(), null));
  }

  @Test
  void leavesOutAsManyAsTheOffsetSays() {
    assertThat(ids(list(ALL, 2_000, 2))).containsExactly(Samples.id(2_001), Samples.id(2_002));
  }

  @Test
  void isShortWhereFewMatchAndGoesOn() {
    Selected<CountedRule> first = list(EMERGENCIES, 0, 50);

    assertThat(first.items()).hasSize(Selection.MOST_READ / 100);
    assertThat(first.next()).isNotNull();
    assertThat(walk(EMERGENCIES, 50, 0)).hasSize(CREATED / 100);
    assertThat(walk(EMERGENCIES, 50, 20))
        .containsExactlyElementsOf(walk(EMERGENCIES, 50, 0).subList(20, 25));
  }

  @Test
  void filters() {
    assertThat(walk(new Filter(false, null, null), 200, 0)).hasSize(CREATED / 2);
    assertThat(walk(new Filter(true, Level.EMERGENCY, "temperature"), 200, 0)).hasSize(25);
    assertThat(walk(new Filter(false, Level.EMERGENCY, null), 200, 0)).isEmpty();
    assertThat(walk(new Filter(null, null, "humidity"), 200, 0)).isEmpty();
  }

  @Test
  void isShortWhereRulesNameManyDevices() {
    List<String> devices = IntStream.range(0, 1_000).mapToObj(i -> "%0128d".formatted(i)).toList();
    InMemoryRules large = new InMemoryRules();
    IntStream.range(0, 90).mapToObj(i -> Samples.ofDevices(devices)).forEach(large::commit);
    ListRules list = new ListRules(large, large);

    Selected<CountedRule> first = list.list(ORG, ALL, new Start(null, 0), 200);

    assertThat(first.items()).hasSizeBetween(30, 40);
    assertThat(walk(list, ALL, 200, 0)).hasSize(90).doesNotHaveDuplicates();
  }

  @Test
  void tellsHowOftenEachHasTriggered() {
    Totals totals = new Totals(7, Samples.NOW);
    rules.trigger(Samples.id(2), totals);

    assertThat(list(ALL, 0, 3).items())
        .extracting(CountedRule::totals)
        .containsExactly(Totals.NONE, totals, Totals.NONE);
  }

  private List<RuleId> walk(Filter filter, int limit, int skip) {
    return walk(listRules, filter, limit, skip);
  }

  private static List<RuleId> walk(ListRules list, Filter filter, int limit, int skip) {
    List<RuleId> ids = new ArrayList<>();
    Start start = new Start(null, skip);
    while (start != null) {
      Selected<CountedRule> listed = list.list(ORG, filter, start, limit);
      assertThat(listed.items()).hasSizeLessThanOrEqualTo(limit);
      ids.addAll(ids(listed));
      start = listed.next();
    }
    return ids;
  }

  private Selected<CountedRule> list(Filter filter, int skip, int limit) {
    return listRules.list(ORG, filter, new Start(null, skip), limit);
  }

  private static List<RuleId> ids(Selected<CountedRule> listed) {
    return listed.items().stream().map(counted -> counted.rule().id()).toList();
  }
}
