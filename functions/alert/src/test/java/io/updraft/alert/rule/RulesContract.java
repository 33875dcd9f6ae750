package io.updraft.alert.rule;

import static io.updraft.alert.rule.Samples.ANN;
import static io.updraft.alert.rule.Samples.BOB;
import static io.updraft.alert.rule.Samples.FULL;
import static io.updraft.alert.rule.Samples.HOT;
import static io.updraft.alert.rule.Samples.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.alert.domain.Condition;
import io.updraft.alert.domain.Operand;
import io.updraft.alert.domain.Operator;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleChange;
import io.updraft.alert.domain.RuleDevices;
import io.updraft.alert.domain.RuleId;
import io.updraft.alert.domain.RuleTerms;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Rules.Stored;
import io.updraft.alert.moves.Author;
import io.updraft.alert.moves.Changes;
import io.updraft.events.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of rules does. */
public abstract class RulesContract {
  private static final RuleTerms EXACT =
      Samples.terms(
          "Exact",
          new Condition.Threshold(
              Operator.UNEQUAL, new Operand.Numeric(new BigDecimal("0.1234567890123456789"))),
          RuleDevices.ALL);
  private static final RuleTerms TEXT =
      Samples.terms(
          "Text",
          new Condition.Threshold(Operator.EQUAL, new Operand.Text("a \"b\" \\ 80")),
          RuleDevices.ALL);
  private static final RuleTerms RATE =
      Samples.terms("Rate", new Condition.RateOfChange(Operator.BELOW, -1e-7), RuleDevices.ALL);

  private final Changes changes = new Changes(Samples.ids());

  protected abstract Rules rules();

  /** Another store, empty, that takes so many rules of an organization. */
  protected abstract Rules limitedTo(int most);

  @Test
  void findsWhatWasCreated() {
    for (RuleTerms terms : List.of(HOT, FULL, EXACT, TEXT, RATE)) {
      RuleChange change = changes.created(terms, !terms.equals(TEXT), ANN);

      assertThat(rules().commit(change)).isEqualTo(Stored.DONE);

      assertThat(rules().find(ORG, change.rule().id())).contains(change.rule());
      assertThat(rules().find("other", change.rule().id())).isEmpty();
    }
    assertThat(rules().find(ORG, Samples.id(999))).isEmpty();
  }

  @Test
  void createsAnIdOnce() {
    RuleChange first = changes.created(HOT, true, ANN);
    rules().commit(first);

    RuleChange second = new Changes(Samples.ids()).created(FULL, true, BOB);
    assertThat(rules().commit(second)).isEqualTo(Stored.OVERTAKEN);
    assertThat(rules().find(ORG, first.rule().id())).contains(first.rule());
  }

  @Test
  void changesWhatWasRead() {
    Rule first = committed(changes.created(HOT, true, ANN));
    Rule second = committed(changes.replaced(first, FULL, false, BOB));

    assertThat(rules().find(ORG, first.id())).contains(second);
    assertThat(second.version()).isEqualTo(2);

    committed(changes.deleted(second, ANN));
    assertThat(rules().find(ORG, first.id())).isEmpty();
  }

  @Test
  void refusesAChangeOfSomethingElseThanWasRead() {
    Rule first = committed(changes.created(HOT, true, ANN));
    Rule won = committed(changes.replaced(first, FULL, true, ANN));

    assertThat(rules().commit(changes.replaced(first, TEXT, true, BOB)))
        .isEqualTo(Stored.OVERTAKEN);
    assertThat(rules().commit(changes.deleted(first, BOB))).isEqualTo(Stored.OVERTAKEN);
    assertThat(rules().find(ORG, first.id())).contains(won);
    assertThat(rules().deleted(ORG, first.id())).isFalse();
  }

  @Test
  void whatIsDeletedNeverComesBack() {
    Rule first = committed(changes.created(HOT, true, ANN));
    committed(changes.deleted(first, ANN));

    assertThat(rules().commit(changes.replaced(first, FULL, true, BOB)))
        .isEqualTo(Stored.OVERTAKEN);
    assertThat(rules().commit(changes.deleted(first, BOB))).isEqualTo(Stored.OVERTAKEN);
    assertThat(rules().find(ORG, first.id())).isEmpty();
  }

  @Test
  void remembersWhatWasDeleted() {
    Rule first = committed(changes.created(HOT, true, ANN));
    assertThat(rules().deleted(ORG, first.id())).isFalse();

    committed(changes.deleted(first, ANN));

    assertThat(rules().deleted(ORG, first.id())).isTrue();
    assertThat(rules().deleted("other", first.id())).isFalse();
    assertThat(rules().deleted(ORG, Samples.id(999))).isFalse();
  }

  @Test
  void takesNoMoreThanItMay() {
    Rules two = limitedTo(2);
    RuleChange first = changes.created(HOT, true, ANN);
    assertThat(two.commit(first)).isEqualTo(Stored.DONE);
    assertThat(two.commit(changes.created(HOT, true, ANN))).isEqualTo(Stored.DONE);

    RuleChange third = changes.created(HOT, true, ANN);
    assertThat(two.commit(third)).isEqualTo(Stored.FULL);
    assertThat(two.find(ORG, third.rule().id())).isEmpty();
    assertThat(two.commit(changes.replaced(first.rule(), FULL, true, BOB))).isEqualTo(Stored.DONE);
    Author stranger = new Author(Origin.of("other"), "ann", Samples.NOW);
    assertThat(two.commit(changes.created(HOT, true, stranger))).isEqualTo(Stored.DONE);

    two.commit(changes.deleted(two.find(ORG, first.rule().id()).orElseThrow(), ANN));
    assertThat(two.commit(third)).isEqualTo(Stored.DONE);
  }

  @Test
  void browsesInTheOrderOfCreation() {
    List<Rule> created = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      created.add(committed(changes.created(HOT, true, ANN)));
    }
    committed(changes.deleted(created.remove(2), BOB));
    committed(changes.created(HOT, true, new Author(Origin.of("orgs"), "ann", Samples.NOW)));

    assertThat(browse(2)).isEqualTo(created);
    assertThat(browse(100)).isEqualTo(created);
    assertThat(rules().browse(ORG, Samples.id(3), 1)).containsExactly(created.get(2));
    assertThat(rules().browse("nobody", null, 10)).isEmpty();
  }

  private Rule committed(RuleChange change) {
    assertThat(rules().commit(change)).isEqualTo(Stored.DONE);
    return change.rule();
  }

  private List<Rule> browse(int limit) {
    List<Rule> found = new ArrayList<>();
    List<Rule> batch;
    do {
      RuleId after = found.isEmpty() ? null : found.getLast().id();
      batch = rules().browse(ORG, after, limit);
      found.addAll(batch);
    } while (batch.size() == limit);
    return found;
  }
}
