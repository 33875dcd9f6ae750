package io.updraft.alert.domain;

import java.util.List;

/** Keeps how rules stand with devices that have broken them. */
public interface Standings {
  /** Strongly consistent; {@link Standing#NONE} where nothing is kept. */
  Standing find(Place place);

  /** Writes what is not an alert yet; false where somebody else was first. */
  boolean remember(Place place, Standing now);

  /** The alerts of a device that are open; strongly consistent. */
  List<AlertId> open(String organization, String deviceId);

  /** One rule on one device. */
  record Place(String organization, RuleId rule, String deviceId) {
    public static Place of(Alert alert) {
      return new Place(alert.organization(), alert.cause().ruleId(), alert.deviceId());
    }
  }
}
