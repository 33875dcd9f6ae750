package io.updraft.alert.domain;

/**
 * Alerts of an organization that want somebody to act.
 *
 * @param active neither acknowledged nor suppressed nor resolved
 * @param critical those of the active that are critical or an emergency
 */
public record AlertCounts(long active, long critical) {
  public static final AlertCounts NONE = new AlertCounts(0, 0);

  /** One alert, in its present state. */
  public static AlertCounts of(AlertStatus status, Level level) {
    long active = status == AlertStatus.ACTIVE ? 1 : 0;
    return new AlertCounts(active, level.compareTo(Level.CRITICAL) >= 0 ? active : 0);
  }

  public AlertCounts plus(AlertCounts more) {
    return new AlertCounts(active + more.active, critical + more.critical);
  }

  public AlertCounts minus(AlertCounts less) {
    return new AlertCounts(active - less.active, critical - less.critical);
  }
}
