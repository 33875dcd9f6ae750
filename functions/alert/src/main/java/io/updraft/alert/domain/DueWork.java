package io.updraft.alert.domain;

import io.updraft.alert.domain.Standings.Place;
import java.time.Instant;
import java.util.List;

/** What is to be looked at because its time has come. */
public interface DueWork {
  /** How many parts the index has. */
  int PARTS = 16;

  /** The longest due first; eventually consistent. */
  List<Due> due(int part, Instant now, int limit);

  /** One thing to look at. */
  sealed interface Due {
    record OfAlert(String organization, AlertId id) implements Due {}

    record OfWatch(Place place) implements Due {}

    record OfEnrolment(String organization, RuleId rule) implements Due {}
  }
}
