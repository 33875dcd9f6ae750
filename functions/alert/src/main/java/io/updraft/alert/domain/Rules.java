package io.updraft.alert.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps alert rules. */
public interface Rules {
  /** How many rules an organization can have. */
  int MOST = 10_000;

  /** Strongly consistent. */
  Optional<Rule> find(String organization, RuleId id);

  /** Whether there was a rule of this id; strongly consistent. */
  boolean deleted(String organization, RuleId id);

  /** Writes and announces the change, unless the rule is another than it was decided on. */
  Stored commit(RuleChange change);

  /**
   * The next rules in the order of their creation; fewer than the limit only at the end.
   *
   * @param after the rule before, which need not exist; null for the beginning
   */
  List<Rule> browse(String organization, @Nullable RuleId after, int limit);

  /**
   * Puts another name for whoever created the rule or changed it last; nobody hears of it.
   *
   * @return false where somebody else was first
   */
  boolean rename(Rule before, String createdBy, String updatedBy);

  /**
   * A text that every change of any rule replaces, strongly consistent; empty where there has never
   * been a rule.
   */
  Optional<String> stamp(String organization);

  /** How a write ended. */
  enum Stored {
    DONE,
    /** Somebody else was first: read again. */
    OVERTAKEN,
    /** The organization has as many rules as it can have. */
    FULL
  }
}
