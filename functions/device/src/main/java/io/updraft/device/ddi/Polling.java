package io.updraft.device.ddi;

import java.time.Duration;

/**
 * How long a device sleeps: as its organization wants it, and short while it has something to do.
 * Up to a tenth more or less, the same for a device each time, so that devices that were switched
 * on together drift apart, and an answer that says nothing new stays the same to the letter.
 */
record Polling(Duration idle, Duration busy) {
  private static final int SPREAD = 201;
  private static final double THOUSAND = 1_000.0;

  /** Clients parse a time of the day. */
  private static final Duration LONGEST = Duration.ofDays(1).minusSeconds(1);

  /** The text of {@code config.polling.sleep}: {@code HH:MM:SS}. */
  String sleep(String deviceId, boolean hasSomethingToDo) {
    Duration wanted = hasSomethingToDo && busy.compareTo(idle) < 0 ? busy : idle;
    Duration sleep = spread(deviceId, wanted);
    return "%02d:%02d:%02d"
        .formatted(sleep.toHours(), sleep.toMinutesPart(), sleep.toSecondsPart());
  }

  private static Duration spread(String deviceId, Duration wanted) {
    int perMille = 900 + Math.floorMod(deviceId.hashCode(), SPREAD);
    long seconds = Math.max(1, Math.round(wanted.toSeconds() * perMille / THOUSAND));
    return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
  }
}
