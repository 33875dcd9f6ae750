package io.updraft.campaign.domain;

import io.updraft.device.published.Rollout;
import io.updraft.device.published.Target;
import java.util.List;
import java.util.Optional;

/**
 * Keeps how far the engine has come. Every write holds only while the engine is as it was read: of
 * two workers one goes on, the other has done nothing but what the first does too.
 */
public interface Engines {
  /** Strongly consistent; empty for a campaign that never started. */
  Optional<Engine> find(String organization, String campaignId);

  /** Whether it was written. */
  boolean save(Engine before, Engine after);

  /** Makes devices targets at the positions from {@code before.targets()} on, or none of them. */
  Holding hold(Engine before, Engine after, Rollout rollout, List<Target> targets);

  /** Like {@link #save}, and removes the gate of the campaign, whose last update has ended. */
  boolean close(Engine before, Engine after, String firmwareId);

  /** Like {@link #save}, and adds a line to the timeline of the campaign. */
  boolean enter(Engine before, Engine after, TimelineEntry line);

  /** How holding ended. */
  enum Holding {
    HELD,
    /** The engine has changed since it was read. */
    OVERTAKEN,
    /** A device is gone or was taken meanwhile; nothing was written: look at the devices again. */
    STALE
  }
}
