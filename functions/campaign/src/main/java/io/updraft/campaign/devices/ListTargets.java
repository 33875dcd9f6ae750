package io.updraft.campaign.devices;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Targets;
import io.updraft.device.published.Target;
import io.updraft.device.published.UpdateView;
import io.updraft.device.published.UpdateViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds one page of the updates of a campaign, in the order in which they are released. */
final class ListTargets {
  private static final int PAGE = 200;

  /** Pages that a filtered list reads before a short one is answered. */
  private static final int MOST_PAGES = 10;

  private final Targets targets;
  private final UpdateViews views;

  ListTargets(Targets targets, UpdateViews views) {
    this.targets = targets;
    this.views = views;
  }

  /**
   * One page.
   *
   * @param next the position where to continue, or null at the end
   */
  record Listing(List<UpdateView> updates, @Nullable Long next) {
    Listing {
      updates = List.copyOf(updates);
    }
  }

  /**
   * Finds the page.
   *
   * @param status in which the updates are to be; null for any
   * @param from the position of the first target that is looked at
   * @param offset how many matching ones to leave out
   */
  Listing list(Campaign campaign, @Nullable String status, long from, int offset, int limit) {
    List<UpdateView> found = new ArrayList<>();
    long position = from;
    int left = offset;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Target> read =
          targets.held(campaign.organization(), campaign.campaignId(), position, PAGE);
      Map<String, UpdateView> updates = updates(campaign, read);
      for (Target target : read) {
        position++;
        UpdateView update = updates.get(target.updateId());
        if (update == null || (status != null && !status.equals(update.status()))) {
          continue;
        }
        if (left-- <= 0) {
          found.add(update);
        }
        if (found.size() == limit) {
          return new Listing(found, position);
        }
      }
      if (read.size() < PAGE) {
        return new Listing(found, null);
      }
    }
    return new Listing(found, position);
  }

  private Map<String, UpdateView> updates(Campaign campaign, List<Target> of) {
    List<String> ids = of.stream().map(Target::updateId).toList();
    return views.find(campaign.organization(), ids).stream()
        .collect(Collectors.toMap(UpdateView::updateId, Function.identity()));
  }
}
