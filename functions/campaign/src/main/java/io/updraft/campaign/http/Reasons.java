package io.updraft.campaign.http;

import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Reads why a command is given, from its {@code reason}. */
public final class Reasons {
  private static final int MOST_CHARACTERS = 500;
  private static final String REASON = "reason";

  private Reasons() {}

  /** Null where none is given; the body may be missing too. */
  public static @Nullable String optional(HttpRequest request) {
    Fields fields = request.jsonOrEmpty();
    String reason = fields.optionalText(REASON, 1, MOST_CHARACTERS);
    fields.throwIfInvalid();
    return reason;
  }

  public static String required(HttpRequest request) {
    Fields fields = request.jsonOrEmpty();
    String reason = fields.text(REASON, 1, MOST_CHARACTERS);
    fields.throwIfInvalid();
    return reason;
  }
}
