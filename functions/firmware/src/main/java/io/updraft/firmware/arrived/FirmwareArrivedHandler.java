package io.updraft.firmware.arrived;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.lambda.Environment;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Triggered by each object that is created under {@code incoming/}. An exception makes the trigger
 * come again; everything it does can be repeated.
 */
public final class FirmwareArrivedHandler implements RequestHandler<S3Event, @Nullable Void> {
  private static final Pattern KEY = Pattern.compile("incoming/([^/]+)/([^/]+)");

  private final TakeArrival takeArrival;

  /** Wires the function from its environment. */
  public FirmwareArrivedHandler() {
    this(new TableWiring(Environment.current()), new StoreWiring(Environment.current()));
  }

  private FirmwareArrivedHandler(TableWiring tables, StoreWiring store) {
    this(tables.firmwares(), store.incoming(), store.settleUpload(tables), Clock.systemUTC());
  }

  FirmwareArrivedHandler(
      Firmwares firmwares, IncomingBytes incoming, SettleUpload settleUpload, Clock clock) {
    this.takeArrival = new TakeArrival(firmwares, incoming, settleUpload, clock);
  }

  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    for (var record : event.getRecords()) {
      Matcher key = KEY.matcher(record.getS3().getObject().getUrlDecodedKey());
      if (key.matches()) {
        takeArrival.take(new Place(key.group(1), key.group(2)));
      }
    }
    return null;
  }
}
