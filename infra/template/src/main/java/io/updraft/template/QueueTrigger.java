package io.updraft.template;

/**
 * The messages of a queue, taken by a function.
 *
 * @param id its name within the function
 * @param queue logical id of the queue
 * @param batchSize messages of one invocation at most
 * @param reportsFailures whether the answer names the messages that failed
 */
public record QueueTrigger(
    String function, String id, String queue, int batchSize, boolean reportsFailures)
    implements Trigger {}
