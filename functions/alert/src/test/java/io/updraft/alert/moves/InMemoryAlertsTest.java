package io.updraft.alert.moves;

import io.updraft.alert.domain.AlertList;
import io.updraft.alert.domain.Alerts;
import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.Rules;
import io.updraft.alert.domain.Standings;
import io.updraft.alert.domain.Watches;
import io.updraft.alert.rule.InMemoryRules;
import io.updraft.alert.rule.Samples;
import java.time.Instant;

class InMemoryAlertsTest extends AlertsContract {
  private final InMemoryRules rules = new InMemoryRules();
  private final InMemoryAlerts alerts = new InMemoryAlerts(rules);

  @Override
  protected Rules rules() {
    return rules;
  }

  @Override
  protected Alerts alerts() {
    return alerts;
  }

  @Override
  protected AlertList list() {
    return alerts;
  }

  @Override
  protected Standings standings() {
    return alerts;
  }

  @Override
  protected Watches watches() {
    return alerts;
  }

  @Override
  protected DueWork work() {
    return alerts;
  }

  @Override
  protected int events() {
    return rules.events().size() + alerts.events().size();
  }

  @Override
  protected void deleted(String deviceId, Instant at) {
    alerts.note(Samples.ORG, deviceId, at);
  }
}
