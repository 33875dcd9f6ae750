package io.updraft.outbox.redrive;

import io.updraft.outbox.domain.OutboxPages;
import io.updraft.outbox.domain.PublishInOrder;
import io.updraft.outbox.domain.Published;

/** Publishes one page of the outbox again. */
final class RedrivePage {
  private final OutboxPages outbox;
  private final PublishInOrder events;

  RedrivePage(OutboxPages outbox, PublishInOrder events) {
    this.outbox = outbox;
    this.events = events;
  }

  /** What came of a page. */
  sealed interface Result {
    /** All of it is published or set aside. */
    record Redriven(RedriveAnswer answer) implements Result {}

    /** The broker did not take it; the same page must be asked for again. */
    record Stopped(String reason) implements Result {}
  }

  Result redrive(RedriveRequest request) {
    OutboxPages.Page page = outbox.read(request.since(), request.cursor());
    Published published = events.publish(page.events());
    if (published.stopped() != null) {
      return new Result.Stopped(published.stopped().reason());
    }
    return new Result.Redriven(
        new RedriveAnswer(published.acknowledged(), published.setAside(), page.cursor()));
  }
}
