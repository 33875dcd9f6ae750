package io.updraft.campaign.published;

import java.util.List;

/**
 * What a campaign wants told, to whom and by what.
 *
 * @param onFailure of the campaign, of one of its updates, and of a rollback
 * @param channels of the organization; empty for those that its users have by default
 * @param userIds who made the campaign, and who changed it last
 */
public record NotificationWishes(
    boolean onStart,
    boolean onComplete,
    boolean onFailure,
    List<String> channels,
    List<String> userIds) {
  public NotificationWishes {
    channels = List.copyOf(channels);
    userIds = List.copyOf(userIds);
  }
}
