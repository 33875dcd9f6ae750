package io.updraft.fleet.device;

import io.updraft.fleet.http.ObjectStore;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Traffic;
import java.time.Duration;

/**
 * What all devices install with.
 *
 * @param patience between two attempts at a range
 * @param installTime how long an installation takes
 */
public record Workshop(
    ObjectStore store, Traffic traffic, Patience patience, Duration installTime) {

  Download download(Next.Install task, Traits traits) {
    return new Download(store, traffic, patience, task.size(), traits.breaks());
  }
}
