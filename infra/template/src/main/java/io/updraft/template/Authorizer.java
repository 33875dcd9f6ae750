package io.updraft.template;

import java.time.Duration;

/**
 * A function that is asked before a route's own, in format 2.0 with simple responses.
 *
 * @param function logical id of the function
 * @param identityHeader header that must be there, and by which answers are kept
 * @param reuse how long an answer is kept
 */
public record Authorizer(String function, String identityHeader, Duration reuse) {}
