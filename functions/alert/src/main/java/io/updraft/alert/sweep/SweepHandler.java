package io.updraft.alert.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.alert.dynamodb.AlertStores;
import io.updraft.alert.moves.MoveAlert;
import io.updraft.alert.moves.RaiseAlert;
import io.updraft.alert.moves.RandomIds;
import io.updraft.lambda.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every minute. */
public final class SweepHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);

  private final Sweep sweep;

  public SweepHandler() {
    this(AlertStores.from(Environment.current(), Clock.systemUTC()));
  }

  SweepHandler(AlertStores stores) {
    this(
        new Sweep(
            stores.due(),
            new DueAlert(
                stores.alerts(),
                stores.rules(),
                stores.points(),
                new MoveAlert(stores.alerts(), new RandomIds()),
                stores.clock()),
            new DueWatch(
                stores.watches(),
                stores.rules(),
                stores.points(),
                stores.deletions(),
                stores.fleet(),
                new RaiseAlert(
                    stores.standings(), stores.alerts(), new RandomIds(), stores.clock()),
                stores.clock()),
            new DueEnrolment(
                stores.enrolments(),
                stores.rules(),
                stores.fleet(),
                stores.points(),
                stores.watches(),
                stores.clock()),
            stores.clock()));
  }

  SweepHandler(Sweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    int swept = sweep.run();
    if (swept > 0) {
      LOG.info("looked at {} alerts, devices and rules that were due", swept);
    }
  }
}
