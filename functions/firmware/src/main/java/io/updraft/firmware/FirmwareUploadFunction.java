package io.updraft.firmware;

import io.updraft.firmware.complete.CompleteHandler;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.upload.UploadHandler;
import io.updraft.firmware.uploadurls.UploadUrlsHandler;
import io.updraft.firmware.view.Views;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;
import java.util.UUID;

/** Takes in firmware. */
public final class FirmwareUploadFunction extends HttpFunction {

  /** Wires the function from its environment. */
  public FirmwareUploadFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  FirmwareUploadFunction(Environment environment, Clock clock) {
    super(routes(new TableWiring(environment), new StoreWiring(environment), clock));
  }

  private static Routes routes(TableWiring tables, StoreWiring store, Clock clock) {
    Firmwares firmwares = tables.firmwares();
    Views views = new Views(tables.shelf());
    var upload =
        new UploadHandler(
            firmwares,
            tables.signingKeys(),
            store.incoming(),
            store.kept(),
            store.settings().limits(),
            FirmwareUploadFunction::newUploadId,
            views,
            clock);
    var complete =
        new CompleteHandler(
            firmwares,
            store.incoming(),
            store.settleUpload(tables),
            views,
            clock,
            store.settings().completeWait());
    var urls = new UploadUrlsHandler(firmwares, store.incoming(), views);
    return Routes.routes(clock)
        .route("POST /api/v1/ota/firmware", Rights.WRITE, upload)
        .route("POST /api/v1/ota/firmware/{firmware_id}/upload-urls", Rights.WRITE, urls)
        .route("POST /api/v1/ota/firmware/{firmware_id}/complete", Rights.WRITE, complete)
        .build();
  }

  private static String newUploadId() {
    return "upl_" + UUID.randomUUID().toString().replace("-", "");
  }
}
