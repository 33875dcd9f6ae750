package io.updraft.events;

/** What happens to one rollback of one device. */
public sealed interface RollbackEvent extends Event
    permits RollbackCompleted, RollbackFailed, RollbackInitiated {
  String rollbackId();

  @Override
  default String subject() {
    return rollbackId();
  }
}
