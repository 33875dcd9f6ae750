package io.updraft.campaign.targeting;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.DeviceDirectory;
import io.updraft.device.published.DeviceDirectory.Ids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the sources of a campaign's targets, walked page by page. */
@FunctionalInterface
public interface Source {
  Ids page(@Nullable String after, int limit);

  /** The sources of a campaign, always in the same order: ids, groups, filter. */
  static List<Source> of(Campaign campaign, Targets targets, DeviceDirectory directory) {
    String organization = campaign.organization();
    List<Source> sources = new ArrayList<>();
    if (campaign.plan().targeting().devices() > 0) {
      sources.add((after, limit) -> named(campaign, targets, after, limit));
    }
    for (String group : campaign.plan().targeting().groups()) {
      sources.add((after, limit) -> directory.members(organization, group, after, limit));
    }
    if (campaign.plan().targeting().filter() != null) {
      String model = campaign.firmware().deviceModel();
      sources.add((after, limit) -> directory.ofModel(organization, model, after, limit));
    }
    return List.copyOf(sources);
  }

  /** The number of the source that a filter narrows; the last one, or none. */
  static int filtered(Campaign campaign, List<Source> sources) {
    return campaign.plan().targeting().filter() == null ? -1 : sources.size() - 1;
  }

  private static Ids named(Campaign campaign, Targets targets, @Nullable String after, int limit) {
    int from = after == null ? 0 : Integer.parseInt(after);
    int next = from + limit;
    return new Ids(
        targets.named(campaign.organization(), campaign.campaignId(), from, limit),
        next < campaign.plan().targeting().devices() ? Integer.toString(next) : null);
  }
}
