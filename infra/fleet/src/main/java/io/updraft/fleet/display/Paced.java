package io.updraft.fleet.display;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets snapshots through at a pace, each with the one before. */
final class Paced implements Display {
  private final Duration pace;
  private final Form form;
  private @Nullable Snapshot last;

  /** How a snapshot is shown. */
  interface Form {
    void show(Snapshot snapshot, Snapshot before);
  }

  Paced(Duration pace, Form form) {
    this.pace = pace;
    this.form = form;
  }

  @Override
  public void show(Snapshot snapshot) {
    Snapshot before = last;
    if (before == null) {
      last = snapshot;
    } else if (snapshot.elapsed().minus(before.elapsed()).compareTo(pace) >= 0) {
      form.show(snapshot, before);
      last = snapshot;
    }
  }
}
