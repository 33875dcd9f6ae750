package io.updraft.coldstart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A function and how it has started so far, each time both ways. */
final class Measured {
  private final Subject subject;
  private final List<Start> onDemand = new ArrayList<>();
  private final List<Start> restored = new ArrayList<>();

  Measured(Subject subject) {
    this.subject = subject;
  }

  void startWith(ColdStart coldStart) throws IOException, InterruptedException {
    onDemand.add(coldStart.run(subject, LifeCycle.ON_DEMAND));
    restored.add(coldStart.run(subject, LifeCycle.SNAP_START));
  }

  Medians medians() {
    return Medians.of(subject.name(), onDemand, restored);
  }
}
