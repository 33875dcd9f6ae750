package io.updraft.alert.deleted;

import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.RandomIds;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.DeletionsHandler;
import io.updraft.lambda.consumed.Walk;
import java.time.Clock;

/** On {@code device.deleted} and {@code user.deleted}; invoked by {@code OutboxPull}. */
public final class AlertDeletionsHandler extends DeletionsHandler {
  /** Of some hundred rules or alerts each: some seconds of the 30 that the function has. */
  private static final int MOST_PAGES = 10;

  public AlertDeletionsHandler() {
    this(AlertStores.from(Environment.current(), Clock.systemUTC()), MOST_PAGES);
  }

  AlertDeletionsHandler(AlertStores stores, int mostPages) {
    super(
        new AlertDeletions(
            new LeaveRules(stores.rules(), new RandomIds(), stores.clock()),
            new LeaveAlerts(
                stores.alerts(),
                stores.standings(),
                stores.watches(),
                stores.deletions(),
                new MoveAlert(stores.alerts(), new RandomIds()),
                stores.clock()),
            stores.authors(),
            new Walk(stores.bookmarks(), mostPages)));
  }
}
