package io.updraft.outbox.domain;

import java.util.Set;
import java.util.UUID;

/** Remembers for a week what was done about which event. */
public interface ConsumedIds {
  Progress find(String organization, UUID id);

  /** All that wanted it have done with it. */
  void handled(String organization, UUID id);

  /**
   * Some have done with it, and it comes again.
   *
   * @param done the functions that need not be called again
   * @param failed whether the attempt counts against the event
   * @return how many attempts count against it by now
   */
  int unfinished(String organization, UUID id, Set<String> done, boolean failed);

  /**
   * How far an event has come.
   *
   * @param handled whether it is known as dealt with
   * @param done the functions that have done with it
   */
  record Progress(boolean handled, Set<String> done) {
    /** Of an event that nobody has heard of. */
    public static final Progress NONE = new Progress(false, Set.of());

    public Progress {
      done = Set.copyOf(done);
    }
  }
}
