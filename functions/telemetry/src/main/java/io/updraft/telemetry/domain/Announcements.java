package io.updraft.telemetry.domain;

import java.util.List;

/** The queue before the publisher: what is on it does not depend on the broker being there. */
@FunctionalInterface
public interface Announcements {
  /** Puts all of a batch on the queue; a batch that comes again within minutes is taken once. */
  void put(List<Announcement> batch);
}
