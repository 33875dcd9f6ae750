package io.updraft.campaign.advance;

import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an engine is to be woken although nothing has happened. */
final class Alarm {
  private Alarm() {}

  /**
   * Writes it only where it is another one: each write of an engine wakes it, and it would never
   * come to rest.
   */
  static void set(Engines engines, Engine engine, @Nullable Instant due) {
    if (!Objects.equals(engine.due(), due)) {
      engines.save(engine, engine.dueAt(due));
    }
  }
}
