package io.updraft.outbox.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the outbox still holds, page by page. */
public interface OutboxPages {
  /**
   * One page.
   *
   * @param since events committed before are left out; counted in whole seconds, rounded down
   * @param cursor where the page before ended, null at the beginning
   * @throws IllegalArgumentException for a cursor that no page has given
   */
  Page read(Instant since, @Nullable String cursor);

  /**
   * A page, which can be empty and not the last.
   *
   * @param events those of one entity in their order, over pages too
   * @param cursor where to continue, null at the end
   */
  record Page(List<OutboxEvent> events, @Nullable String cursor) {
    public Page {
      events = List.copyOf(events);
    }
  }
}
