package io.updraft.device.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds updates by what is to be done with them; eventually consistent. */
public interface UpdateIndex {
  /** Into how many parts the due updates are spread. */
  int DUE_PARTS = 16;

  /** Up to {@code limit} updates of one part that are due at the time, the longest due first. */
  List<UpdateRef> due(int part, Instant now, int limit);

  /** The same for those that wait for the device service. */
  List<UpdateRef> dueAtService(int part, Instant now, int limit);

  /** The unfinished updates outside campaigns to one firmware, page by page. */
  Page unfinishedSingles(String organization, String firmwareId, @Nullable String after);

  /**
   * One page.
   *
   * @param next where to continue, or null at the end
   */
  record Page(List<UpdateRef> updates, @Nullable String next) {
    public Page {
      updates = List.copyOf(updates);
    }
  }
}
