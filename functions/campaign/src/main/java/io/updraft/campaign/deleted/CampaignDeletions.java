package io.updraft.campaign.deleted;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.CampaignFilter;
import io.updraft.campaign.domain.Campaigns;
import io.updraft.campaign.domain.Removals;
import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;
import io.updraft.lambda.consumed.Deletions;
import io.updraft.lambda.consumed.Handling;
import io.updraft.lambda.consumed.Walk;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes deleted devices and users out of the campaigns of the organization, which are walked: no
 * index finds the campaigns that name a device or a user. What is on its way to the device is not
 * looked at here: the device's own context ends it, and a target whose update has ended is none
 * that is released.
 */
final class CampaignDeletions implements Deletions {
  private static final CampaignFilter ALL = new CampaignFilter(null, null, null);
  private static final int PAGE = 100;

  private final Campaigns campaigns;
  private final Removals removals;
  private final Walk walk;
  private final Clock clock;

  CampaignDeletions(Campaigns campaigns, Removals removals, Walk walk, Clock clock) {
    this.campaigns = campaigns;
    this.removals = removals;
    this.walk = walk;
    this.clock = clock;
  }

  @Override
  public Handling deviceDeleted(DeviceDeleted event, Origin origin) {
    String deviceId = event.deviceId();
    return walk(
        origin,
        "device.deleted " + deviceId,
        event.timestamp(),
        campaign -> takeOut(campaign, deviceId, event.timestamp()));
  }

  /** What was created after the deletion can only mean another device of the same id. */
  private void takeOut(Campaign campaign, String deviceId, Instant deletion) {
    boolean names = campaign.plan().targeting().devices() > 0;
    if (names && open(campaign) && campaign.createdAt().isBefore(deletion)) {
      removals.withdraw(campaign, deviceId, clock.instant());
    }
  }

  /** Whether it can still come to new targets. */
  private static boolean open(Campaign campaign) {
    return switch (campaign.status()) {
      case CREATED, SCHEDULED, REJECTED, IN_PROGRESS, PAUSED -> true;
      case ROLLBACK, COMPLETED, FAILED, CANCELLED, ROLLED_BACK -> false;
    };
  }

  @Override
  public Handling userDeleted(UserDeleted event, Origin origin) {
    return walk(
        origin,
        "user.deleted " + event.userId(),
        event.timestamp(),
        campaign -> removals.forgetUser(campaign, event.userId()));
  }

  private Handling walk(Origin origin, String name, Instant of, Consumer<Campaign> work) {
    String organization = origin.organizationId();
    return walk.goOn(organization, name, of, place -> page(organization, place, work));
  }

  private @Nullable String page(
      String organization, @Nullable String place, Consumer<Campaign> work) {
    Campaigns.Listing page = campaigns.list(organization, ALL, PAGE, place);
    page.campaigns().forEach(work);
    return page.next();
  }
}
