package io.updraft.campaign.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a campaign is in its life. The table of moves is {@link #successors}. */
public enum CampaignStatus {
  CREATED,
  SCHEDULED,
  IN_PROGRESS,
  PAUSED,
  ROLLBACK,
  COMPLETED,
  FAILED,
  CANCELLED,
  REJECTED,
  ROLLED_BACK;

  /** The states that may follow. */
  public Set<CampaignStatus> successors() {
    return switch (this) {
      case CREATED -> EnumSet.of(SCHEDULED, IN_PROGRESS, CANCELLED, REJECTED);
      case SCHEDULED -> EnumSet.of(CREATED, IN_PROGRESS, CANCELLED, REJECTED);
      case IN_PROGRESS -> EnumSet.of(PAUSED, COMPLETED, FAILED, CANCELLED, ROLLBACK);
      case PAUSED -> EnumSet.of(IN_PROGRESS, CANCELLED, ROLLBACK);
      case ROLLBACK -> EnumSet.of(FAILED, ROLLED_BACK);
      case REJECTED -> EnumSet.of(CREATED, SCHEDULED);
      case COMPLETED, FAILED -> EnumSet.of(ROLLBACK);
      case CANCELLED, ROLLED_BACK -> EnumSet.noneOf(CampaignStatus.class);
    };
  }

  public boolean mayMoveTo(CampaignStatus next) {
    return successors().contains(next);
  }

  /** Whether it is over, unless it is rolled back or planned anew. */
  public boolean ended() {
    return switch (this) {
      case COMPLETED, FAILED, CANCELLED, REJECTED, ROLLED_BACK -> true;
      case CREATED, SCHEDULED, IN_PROGRESS, PAUSED, ROLLBACK -> false;
    };
  }

  /** The successors as a refusal lists them. */
  public List<String> allowed() {
    return successors().stream().map(CampaignStatus::wireName).toList();
  }

  /** As it is written in items and answers: {@code in_progress}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CampaignStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
