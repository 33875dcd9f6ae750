package io.updraft.campaign.preview;

import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.Target;
import java.util.List;

/** The explicit ids of a plan that is not kept; it has no targets. */
record GivenTargets(List<String> ids) implements Targets {
  @Override
  public List<String> named(String organization, String campaignId, int from, int limit) {
    return ids.stream().skip(from).limit(limit).toList();
  }

  @Override
  public List<Target> held(String organization, String campaignId, long from, int limit) {
    return List.of();
  }
}
