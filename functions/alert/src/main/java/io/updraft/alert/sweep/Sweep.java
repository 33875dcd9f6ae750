package io.updraft.alert.sweep;

import io.updraft.alert.domain.DueWork;
import io.updraft.alert.domain.DueWork.Due;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each thing that is due. */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** What one part may hold up one run; the next run goes on. */
  private static final int MOST_PER_PART = 200;

  private final DueWork work;
  private final DueAlert alert;
  private final DueWatch watch;
  private final DueEnrolment enrolment;
  private final Clock clock;

  Sweep(DueWork work, DueAlert alert, DueWatch watch, DueEnrolment enrolment, Clock clock) {
    this.work = work;
    this.alert = alert;
    this.watch = watch;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /** Returns how much was looked at; what can't be swept holds up nothing else. */
  int run() {
    int swept = 0;
    for (int part = 0; part < DueWork.PARTS; part++) {
      List<Due> due = work.due(part, clock.instant(), MOST_PER_PART);
      due.forEach(this::sweep);
      swept += due.size();
    }
    return swept;
  }

  private void sweep(Due due) {
    try {
      switch (due) {
        case Due.OfAlert(var organization, var id) -> alert.look(organization, id);
        case Due.OfWatch(var place) -> watch.look(place);
        case Due.OfEnrolment(var organization, var rule) -> enrolment.goOn(organization, rule);
      }
    } catch (RuntimeException e) {
      LOG.error("{} was not swept", due, e);
    }
  }
}
