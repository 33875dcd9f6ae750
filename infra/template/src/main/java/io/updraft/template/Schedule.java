package io.updraft.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A function that runs every {@code rate}.
 *
 * @param id its name within the function
 * @param input JSON that the function is given; without it, an event about the schedule
 */
public record Schedule(String function, String id, Duration rate, Optional<String> input)
    implements Trigger {}
