package io.updraft.notification.domain;

import io.updraft.events.AlertResolved;
import io.updraft.events.AlertTriggered;
import io.updraft.events.CampaignCompleted;
import io.updraft.events.CampaignFailed;
import io.updraft.events.CampaignRollbackStarted;
import io.updraft.events.CampaignRolledBack;
import io.updraft.events.CampaignStarted;
import io.updraft.events.Event;
import io.updraft.events.RollbackEvent;
import io.updraft.events.UpdateFailed;

/** Which events can become notifications. */
public final class Notifiable {
  private Notifiable() {}

  /** Whether somebody may want to be told. */
  public static boolean is(Event event) {
    return switch (event) {
      case CampaignStarted _,
          CampaignCompleted _,
          CampaignFailed _,
          CampaignRollbackStarted _,
          CampaignRolledBack _,
          UpdateFailed _,
          RollbackEvent _,
          AlertTriggered _,
          AlertResolved _ ->
          true;
      default -> false;
    };
  }
}
