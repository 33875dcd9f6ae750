package io.updraft.fleet.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What the API answered.
 *
 * @param body the JSON, or an empty object where there was none
 * @param retryAfter what the answer asks to wait; zero where it asks for nothing
 */
public record Answer(int status, JsonNode body, Duration retryAfter) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAUTHORIZED = 401;
  private static final int NO_CONTENT = 204;

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  public boolean isEmpty() {
    return status == NO_CONTENT;
  }

  boolean isUnauthorized() {
    return status == UNAUTHORIZED;
  }

  /** Whether the same request may succeed later. */
  boolean isTemporary() {
    return status >= 500 || status == TOO_MANY_REQUESTS;
  }

  /** A field as text; empty where it is absent or null. */
  public String text(String field) {
    return body.path(field).asText("");
  }

  /**
   * This answer, if it is one of success.
   *
   * @param wanted what the request was for, as {@code create the campaign}
   * @throws Refused otherwise
   */
  public Answer require(String wanted) {
    if (!isSuccess()) {
      throw new Refused("can't %s: %d %s".formatted(wanted, status, body));
    }
    return this;
  }
}
