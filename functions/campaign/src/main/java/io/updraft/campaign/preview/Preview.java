package io.updraft.campaign.preview;

import io.updraft.campaign.domain.LeftOut;
import java.util.List;
import java.util.Map;

/**
 * Which devices a campaign would reach.
 *
 * @param targets those of the examined devices that would become targets
 * @param leftOut those that the campaign names and would not take, by reason
 * @param examined devices that were looked at, each once
 * @param complete whether these are all that the campaign names
 * @param estimatedTargets of all that it names, by the share among the examined
 * @param deviceIds the first that would become targets
 */
record Preview(
    long targets,
    Map<LeftOut, Long> leftOut,
    long examined,
    boolean complete,
    long estimatedTargets,
    List<String> deviceIds) {
  Preview {
    leftOut = Map.copyOf(leftOut);
    deviceIds = List.copyOf(deviceIds);
  }
}
