package io.updraft.campaign.domain;

import io.updraft.device.published.Priority;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user asked for when creating a campaign.
 *
 * @param priority the effective one, after a security update has lifted it
 * @param maxRetries of each update, 0..10
 * @param timeout of each update, in whole minutes
 * @param forceUpdate also devices that have the version already, or tell too little
 */
public record CampaignPlan(
    String name,
    @Nullable String description,
    Targeting targeting,
    Pace pace,
    Priority priority,
    Schedule schedule,
    boolean requiresApproval,
    FailureLimits limits,
    int maxRetries,
    Duration timeout,
    boolean allowBeta,
    boolean forceUpdate,
    List<String> preUpdateCommands,
    List<String> postUpdateCommands,
    Notifications notifications) {

  public CampaignPlan {
    preUpdateCommands = List.copyOf(preUpdateCommands);
    postUpdateCommands = List.copyOf(postUpdateCommands);
  }

  /** A security update is never less urgent than high. */
  public CampaignPlan lifted(boolean securityUpdate) {
    return new CampaignPlan(
        name,
        description,
        targeting,
        pace,
        priority.lifted(securityUpdate),
        schedule,
        requiresApproval,
        limits,
        maxRetries,
        timeout,
        allowBeta,
        forceUpdate,
        preUpdateCommands,
        postUpdateCommands,
        notifications);
  }
}
