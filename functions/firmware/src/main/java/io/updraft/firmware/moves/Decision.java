package io.updraft.firmware.moves;

import io.updraft.events.Event;
import io.updraft.events.FirmwareChange;
import io.updraft.firmware.domain.Stage;
import java.util.function.Function;

/** What a command means for a firmware as it is. */
public sealed interface Decision {
  /** It moves on, and this tells of it. */
  record Go(Stage next, Function<FirmwareChange, Event> telling) implements Decision {}

  /** It is as it should be already. */
  record Stay() implements Decision {}

  /** Its stage forbids the move. */
  record Refuse() implements Decision {}
}
