package io.updraft.template;

import java.time.Duration;

/**
 * A function that runs every {@code rate}.
 *
 * @param id its name within the function
 * @param input JSON that the function is given
 */
public record Schedule(String function, String id, Duration rate, String input)
    implements Trigger {}
