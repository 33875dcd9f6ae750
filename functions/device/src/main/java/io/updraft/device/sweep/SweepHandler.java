package io.updraft.device.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.moves.DueRollback;
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
    this(DeviceStores.from(Environment.current()));
  }

  private SweepHandler(DeviceStores stores) {
    this(stores.index(), stores, Clock.systemUTC());
  }

  private SweepHandler(UpdateIndex index, DeviceStores stores, Clock clock) {
    this(
        index,
        stores.updates(),
        new DueRetry(stores.updates(), stores.devices(), stores.firmware().clearances(), clock),
        new DueRollback(stores.updates(), stores.rollbacks(), stores.firmware().catalogue(), clock),
        clock);
  }

  SweepHandler(
      UpdateIndex index, Updates updates, DueRetry retry, DueRollback rollback, Clock clock) {
    sweep = new Sweep(index, updates, retry, rollback, clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    int swept = sweep.run();
    if (swept > 0) {
      LOG.info("looked at {} updates that were due", swept);
    }
  }
}
