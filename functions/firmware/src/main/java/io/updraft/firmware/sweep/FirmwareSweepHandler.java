package io.updraft.firmware.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.lambda.Environment;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Triggered every five minutes. */
public final class FirmwareSweepHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {
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
  public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
    endOverdueUploads.end(Patience.of(LONGEST, clock));
    return null;
  }
}
