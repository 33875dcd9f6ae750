package io.updraft.firmware.arrived;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Triggered by each object that is created under {@code incoming/}. An exception makes the trigger
 * come again; everything it does can be repeated.
 */
public final class FirmwareArrivedHandler implements RequestStreamHandler {
  private static final JsonMapper MAPPER = new JsonMapper();
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
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    for (JsonNode created : MAPPER.readTree(input).required("Records")) {
      Matcher key = KEY.matcher(key(created));
      if (key.matches()) {
        takeArrival.take(new Place(key.group(1), key.group(2)));
      }
    }
  }

  /** S3 writes keys as forms do. */
  private static String key(JsonNode created) {
    String encoded = created.required("s3").required("object").required("key").asText();
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
