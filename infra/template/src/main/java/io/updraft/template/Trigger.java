package io.updraft.template;

/** What makes a function run. */
public sealed interface Trigger
    permits Route, StreamTrigger, QueueTrigger, ObjectTrigger, Schedule {
  /** Logical id of the function that runs. */
  String function();
}
