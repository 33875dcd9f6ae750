package io.updraft.alert.rule;

import io.updraft.alert.domain.Rules;

class InMemoryRulesTest extends RulesContract {
  private final InMemoryRules rules = new InMemoryRules();

  @Override
  protected Rules rules() {
    return rules;
  }

  @Override
  protected Rules limitedTo(int most) {
    return new InMemoryRules(most);
  }
}
