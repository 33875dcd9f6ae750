package io.updraft.device.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.device.domain.UpdateIndex;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
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
    this(stores.index(), stores.updates(), Clock.systemUTC());
  }

  SweepHandler(UpdateIndex index, Updates updates, Clock clock) {
    sweep = new Sweep(index, updates, clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    int swept = sweep.run();
    if (swept > 0) {
      LOG.info("looked at {} updates that were due", swept);
    }
  }
}
