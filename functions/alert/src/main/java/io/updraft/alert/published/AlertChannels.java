package io.updraft.alert.published;

import java.util.List;

/** Tells where the rule of an alert wants it told. */
@FunctionalInterface
public interface AlertChannels {
  /**
   * As the rule said when the alert was triggered, so that its end is told where its beginning was.
   *
   * @return empty where the rule names none, or the organization has no such alert
   */
  List<String> of(String organization, String alertId);
}
