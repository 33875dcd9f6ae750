package io.updraft.alert.rule;

import static io.updraft.alert.rule.Samples.ANN;
import static io.updraft.alert.rule.Samples.BOB;
import static io.updraft.alert.rule.Samples.FULL;
import static io.updraft.alert.rule.Samples.HOT;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Attempts;
import io.updraft.alert.domain.CountedRule;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.Totals;
import io.updraft.events.AlertRuleCreated;
import io.updraft.events.AlertRuleDeleted;
import io.updraft.events.AlertRuleUpdated;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link CreateRule}, {@link ReplaceRule} and {@link DeleteRule}. */
class ChangeRulesTest {
  private static final RuleId ID = Samples.id(1);
  private static final RuleId UNKNOWN = Samples.id(99);
  private static final RuleReader.Wanted OTHER = new RuleReader.Wanted(FULL, null);

  private final InMemoryRules rules = new InMemoryRules(1);
  private final CreateRule createRule = new CreateRule(rules, Samples.ids());
  private final ReplaceRule replaceRule = new ReplaceRule(rules, rules, Samples.ids());
  private final DeleteRule deleteRule = new DeleteRule(rules, Samples.ids());

  private Rule stored() {
    return rules.find(ORG, ID).orElseThrow();
  }

  private ReplaceOutcome asStored(Totals totals) {
    return new ReplaceOutcome.Replaced(new CountedRule(stored(), totals));
  }

  @Test
  void createsAndAnnounces() {
    CreateOutcome outcome = createRule.create(HOT, true, ANN);

    Rule expected = new Rule(ORG, ID, HOT, true, "ann", ANN.at(), ANN.at(), "ann", ANN.at(), 1);
    assertThat(outcome)
        .isEqualTo(new CreateOutcome.Created(new CountedRule(expected, Totals.NONE)));
    assertThat(stored()).isEqualTo(expected);
    assertThat(rules.events().getLast().data())
        .isEqualTo(
            new AlertRuleCreated(
                ID.text(), "Hot", "temperature", ">", "80", "warning", true, "ann", ANN.at()));
    assertThat(rules.events().getLast().sequence()).hasValue(1);
  }

  @Test
  void createsNoMoreThanThereMayBe() {
    createRule.create(HOT, true, ANN);

    assertThat(createRule.create(HOT, true, ANN)).isEqualTo(new CreateOutcome.Full());
    assertThat(rules.events()).hasSize(1);
  }

  @Test
  void replacesWhatARuleSays() {
    createRule.create(HOT, false, ANN);

    ReplaceOutcome outcome = replaceRule.replace(ID, OTHER, BOB);

    assertThat(outcome).isEqualTo(asStored(Totals.NONE));
    assertThat(stored())
        .isEqualTo(new Rule(ORG, ID, FULL, false, "ann", ANN.at(), BOB.at(), "bob", BOB.at(), 2));
    assertThat(rules.events().getLast().data())
        .isEqualTo(new AlertRuleUpdated(ID.text(), "Silent", "bob", BOB.at()));
    assertThat(rules.events().getLast().sequence()).hasValue(2);
  }

  @Test
  void replacesAlsoWhetherItIsEnabledWhereThatIsSaid() {
    createRule.create(HOT, false, ANN);

    replaceRule.replace(ID, new RuleReader.Wanted(HOT, true), BOB);

    assertThat(stored().enabled()).isTrue();
    assertThat(rules.events()).hasSize(2);
  }

  @Test
  void enablesAndDisables() {
    createRule.create(HOT, true, ANN);

    assertThat(replaceRule.enable(ID, false, BOB)).isEqualTo(asStored(Totals.NONE));

    assertThat(stored().enabled()).isFalse();
    assertThat(stored().terms()).isEqualTo(HOT);
    assertThat(rules.events().getLast().data())
        .isEqualTo(new AlertRuleUpdated(ID.text(), "Hot", "bob", BOB.at()));
  }

  @Test
  void writesNothingWhereNothingChanges() {
    createRule.create(HOT, true, ANN);
    Rule before = stored();

    assertThat(replaceRule.enable(ID, true, BOB)).isEqualTo(asStored(Totals.NONE));
    replaceRule.replace(ID, new RuleReader.Wanted(HOT, null), BOB);

    assertThat(stored()).isEqualTo(before);
    assertThat(rules.events()).hasSize(1);
  }

  @Test
  void tellsHowOftenTheRuleHasTriggered() {
    Totals totals = new Totals(3, Samples.NOW);
    createRule.create(HOT, true, ANN);
    rules.trigger(ID, totals);

    assertThat(replaceRule.enable(ID, false, BOB)).isEqualTo(asStored(totals));
    assertThat(new ShowRule(rules, rules).show(ORG, ID))
        .contains(new CountedRule(stored(), totals));
  }

  @Test
  void deletesAsOftenAsAsked() {
    createRule.create(HOT, true, ANN);

    assertThat(List.of(deleteRule.delete(ID, BOB), deleteRule.delete(ID, ANN)))
        .containsOnly(DeleteOutcome.DELETED);

    assertThat(rules.find(ORG, ID)).isEmpty();
    assertThat(rules.events()).hasSize(2);
    assertThat(rules.events().getLast().data())
        .isEqualTo(new AlertRuleDeleted(ID.text(), "Hot", "bob", BOB.at()));
    assertThat(rules.events().getLast().sequence()).hasValue(2);
  }

  @Test
  void findsNeitherUnknownNorDeletedOnes() {
    createRule.create(HOT, true, ANN);
    deleteRule.delete(ID, ANN);

    for (RuleId id : List.of(ID, UNKNOWN)) {
      assertThat(replaceRule.replace(id, OTHER, BOB)).isEqualTo(new ReplaceOutcome.NotFound());
      assertThat(replaceRule.enable(id, true, BOB)).isEqualTo(new ReplaceOutcome.NotFound());
    }
    assertThat(deleteRule.delete(UNKNOWN, BOB)).isEqualTo(DeleteOutcome.NOT_FOUND);
    assertThat(rules.events()).hasSize(2);
  }

  @Test
  void decidesAnewWhenOvertaken() {
    createRule.create(HOT, true, ANN);

    rules.overtake(Attempts.MOST);
    assertThat(replaceRule.replace(ID, OTHER, BOB)).isEqualTo(new ReplaceOutcome.Contended());
    rules.overtake(Attempts.MOST);
    assertThat(deleteRule.delete(ID, BOB)).isEqualTo(DeleteOutcome.CONTENDED);

    rules.overtake(Attempts.MOST - 1);
    assertThat(replaceRule.replace(ID, OTHER, BOB)).isEqualTo(asStored(Totals.NONE));
    rules.overtake(1);
    assertThat(deleteRule.delete(ID, BOB)).isEqualTo(DeleteOutcome.DELETED);
  }
}
