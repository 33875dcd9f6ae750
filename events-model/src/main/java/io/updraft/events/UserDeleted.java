package io.updraft.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.time.Instant;

/**
 * A user's account was closed. Announced by the account service.
 *
 * @param timestamp not in the payload, which belongs to the account service; the envelope tells it
 */
@PublishedAs("account_service.user.deleted")
public record UserDeleted(
    String userId, @JsonProperty(access = Access.WRITE_ONLY) Instant timestamp) implements Event {
  public UserDeleted {
    Required.text(userId, "user_id");
    timestamp = Required.timestamp(timestamp);
  }

  @Override
  public String subject() {
    return userId;
  }
}
