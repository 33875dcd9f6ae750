package io.updraft.campaign.plan;

import io.updraft.campaign.domain.Schedule;

/**
 * What a change leaves as it is, so that it is not judged again.
 *
 * @param devicesStay whether the campaign keeps its explicit ids
 * @param devices how many it keeps
 * @param schedule times that may lie in the past, because they have had their effect
 */
record Kept(boolean devicesStay, int devices, Schedule schedule) {
  /** For a plan that is new. */
  static final Kept NOTHING = new Kept(false, 0, Schedule.NONE);
}
