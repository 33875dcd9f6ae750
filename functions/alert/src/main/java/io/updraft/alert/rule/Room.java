package io.updraft.alert.rule;

import io.updraft.alert.domain.DeviceFilter;
import io.updraft.alert.domain.Rule;
import io.updraft.alert.domain.RuleTerms;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much more an answer takes: a Lambda function answers at most 6 MB. */
final class Room {
  private static final int MOST_BYTES = 5_000_000;

  /** Names of fields, and the values that have a bounded form. */
  private static final int FRAME = 2_000;

  /** Quotes, a comma. */
  private static final int AROUND = 3;

  /** A character of three bytes; those of four are two characters, and an escaped one is two. */
  private static final int PER_CHARACTER = 3;

  private long left = MOST_BYTES;

  /** Whether there is room for the rule too, which then takes it; the first one always has it. */
  boolean takes(Rule rule) {
    long size = size(rule.terms());
    boolean fits = size <= left || left == MOST_BYTES;
    left -= fits ? size : 0;
    return fits;
  }

  private static long size(RuleTerms terms) {
    return FRAME
        + ids(terms.devices().ids())
        + texts(terms.devices().groups())
        + texts(terms.notificationChannels())
        + text(terms.name())
        + text(terms.metricName())
        + text(terms.condition().text())
        + text(terms.description())
        + filter(terms.devices().filter());
  }

  /** One byte a character. */
  private static long ids(List<String> ids) {
    return ids.stream().mapToLong(id -> id.length() + AROUND).sum();
  }

  private static long filter(@Nullable DeviceFilter filter) {
    return filter == null
        ? 0
        : texts(filter.attributes().keySet())
            + texts(filter.attributes().values())
            + text(filter.model())
            + text(filter.owner());
  }

  private static long texts(Collection<String> texts) {
    return texts.stream().mapToLong(Room::text).sum();
  }

  private static long text(@Nullable String text) {
    return text == null ? 0 : PER_CHARACTER * (long) text.length() + AROUND;
  }
}
