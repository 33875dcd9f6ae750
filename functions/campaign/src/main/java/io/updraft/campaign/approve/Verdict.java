package io.updraft.campaign.approve;

import io.updraft.http.Fields;
import org.jspecify.annotations.Nullable;

/** What the second user says of a plan. */
record Verdict(boolean approved, @Nullable String comment) {
  private static final int MOST_COMMENT = 1_000;

  static Verdict read(Fields fields) {
    if (!fields.has("approved")) {
      fields.reject("approved", "is required");
    }
    Verdict verdict =
        new Verdict(
            fields.flagOr("approved", false),
            fields.optionalText("approval_comment", 1, MOST_COMMENT));
    fields.throwIfInvalid();
    return verdict;
  }
}
