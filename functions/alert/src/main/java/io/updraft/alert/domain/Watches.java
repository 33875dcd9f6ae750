package io.updraft.alert.domain;

import io.updraft.alert.domain.Standings.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps when it is next looked whether a device has been silent for too long. */
public interface Watches {
  /** When, if the rule of this version is watched on the device; eventually consistent. */
  Optional<Instant> due(Place place, long ruleVersion);

  /** Sets when. */
  void set(Place place, long ruleVersion, Instant due);

  /** The rules by which a device is watched; strongly consistent. */
  List<RuleId> of(String organization, String deviceId);

  /** Watches no longer. */
  void drop(Place place);
}
