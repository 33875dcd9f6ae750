package io.updraft.outbox.redrive;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the function answers.
 *
 * @param published events of this page that the broker has, those that it had before included
 * @param setAside events of this page that can never be published
 * @param cursor to be sent for the next page, null at the end
 */
record RedriveAnswer(
    int published, @JsonProperty("set_aside") int setAside, @Nullable String cursor) {}
