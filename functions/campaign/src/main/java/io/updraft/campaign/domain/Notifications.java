package io.updraft.campaign.domain;

import java.util.List;

/** Who wants to be told of what, by the channels of the organization. */
public record Notifications(
    boolean onStart, boolean onComplete, boolean onFailure, List<String> channels) {
  public Notifications {
    channels = List.copyOf(channels);
  }
}
