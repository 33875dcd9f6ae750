package io.updraft.events;

/** What happens to one alert. */
public sealed interface AlertEvent extends Event
    permits AlertAcknowledged, AlertResolved, AlertSuppressed, AlertTriggered, AlertUnsuppressed {
  String alertId();

  @Override
  default String subject() {
    return alertId();
  }
}
