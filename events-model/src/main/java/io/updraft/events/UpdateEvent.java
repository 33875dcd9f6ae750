package io.updraft.events;

/** What happens to one update of one device; its phases in between are in its timeline only. */
public sealed interface UpdateEvent extends Event
    permits UpdateCancelled,
        UpdateCompleted,
        UpdateCreated,
        UpdateFailed,
        UpdateRetried,
        UpdateStarted {
  String updateId();

  @Override
  default String subject() {
    return updateId();
  }
}
