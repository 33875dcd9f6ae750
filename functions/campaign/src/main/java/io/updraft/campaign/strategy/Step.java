package io.updraft.campaign.strategy;

import io.updraft.campaign.domain.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a strategy wants next. */
public sealed interface Step {
  /** Let so many more targets have their updates: at least one, at most as many slots are free. */
  record Release(long count) implements Step {}

  /**
   * Go to another stage.
   *
   * @param why for the operators
   */
  record Enter(Stage stage, String why) implements Step {}

  /** Let all devices switch to what they have installed. */
  record ReleaseSwitch(String why) implements Step {}

  /** The strategy itself finds the firmware bad. */
  record Fail(String reason) implements Step {}

  /**
   * Nothing can be done now.
   *
   * @param sentence what is waited for
   * @param until when to look again although nothing has happened; null where that is of no use
   */
  record Wait(String sentence, @Nullable Instant until) implements Step {
    static Wait on(String sentence) {
      return new Wait(sentence, null);
    }
  }
}
