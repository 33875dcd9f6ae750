package io.updraft.firmware.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.lambda.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;

/** Triggered every five minutes; what the scheduler sends is not looked at. */
public final class FirmwareSweepHandler implements RequestStreamHandler {
  /** Well within the function's own timeout. */
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final EndOverdueUploads endOverdueUploads;
  private final Clock clock;

  /** Wires the function from its environment. */
  public FirmwareSweepHandler() {
    this(new TableWiring(Environment.current()), new StoreWiring(Environment.current()));
  }

  private FirmwareSweepHandler(TableWiring tables, StoreWiring store) {
    this(tables.firmwares(), store.incoming(), store.settleUpload(tables), Clock.systemUTC());
  }

  FirmwareSweepHandler(
      Firmwares firmwares, IncomingBytes incoming, SettleUpload settleUpload, Clock clock) {
    this.endOverdueUploads = new EndOverdueUploads(firmwares, incoming, settleUpload, clock);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    endOverdueUploads.end(Patience.of(LONGEST, clock));
  }
}
