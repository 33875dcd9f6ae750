package io.updraft.alert.rule;

import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Rule;
import org.jspecify.annotations.Nullable;

/** Which rules a list shows; null filters nothing. */
record Filter(@Nullable Boolean enabled, @Nullable Level level, @Nullable String metricName) {
  boolean matches(Rule rule) {
    return (enabled == null || enabled == rule.enabled())
        && (level == null || level == rule.terms().level())
        && (metricName == null || metricName.equals(rule.terms().metricName()));
  }

  boolean selective() {
    return enabled != null || level != null || metricName != null;
  }
}
