package io.updraft.campaign.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a strategy has let a campaign go. What a number means is the strategy's own affair.
 *
 * @param number from 0
 * @param goal targets before this position may be released in this stage
 * @param until how long it is watched, once all of it has ended; null where it is not watched yet
 */
public record Stage(int number, long goal, @Nullable Instant until) {
  public static final Stage START = new Stage(0, 0, null);
}
