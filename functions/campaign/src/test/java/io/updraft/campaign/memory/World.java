package io.updraft.campaign.memory;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.domain.CampaignTallies;
import io.updraft.campaign.domain.Moves;
import io.updraft.campaign.domain.RandomIds;
import io.updraft.campaign.domain.TargetEstimate;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.testing.MutableClock;

/** All ports in memory, with one available firmware. */
public final class World {
  public final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  public final MemoryUpdates updates = new MemoryUpdates();
  public final MemoryFleet fleet = new MemoryFleet(updates);
  public final MemoryCatalogue catalogue =
      new MemoryCatalogue().put(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.AVAILABLE);
  public final MemoryStore store = new MemoryStore(updates, catalogue, 2);
  public final Moves moves = new Moves(clock, new RandomIds());
  public final CampaignTallies tallies = new CampaignTallies(updates);
  public final TargetEstimate estimate = new TargetEstimate(fleet);
}
