package io.updraft.firmware.wiring;

import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.s3.S3IncomingBytes;
import io.updraft.firmware.s3.S3KeptBytes;
import io.updraft.firmware.verification.Judge;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.lambda.Environment;
import io.updraft.s3.StoreAccess;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** What a function needs of the store. */
public final class StoreWiring {
  private final FirmwareSettings settings;
  private final IncomingBytes incoming;
  private final KeptBytes kept;

  public StoreWiring(Environment environment) {
    this.settings = FirmwareSettings.of(environment);
    StoreAccess access = StoreAccess.of(environment, "FIRMWARE_BUCKET");
    S3Client client = access.client();
    this.incoming =
        new S3IncomingBytes(access, client, settings.limits().partSize(), Clock.systemUTC());
    this.kept = new S3KeptBytes(access, client);
  }

  public FirmwareSettings settings() {
    return settings;
  }

  public IncomingBytes incoming() {
    return incoming;
  }

  public KeptBytes kept() {
    return kept;
  }

  public SettleUpload settleUpload(TableWiring tables) {
    return new SettleUpload(tables.firmwares(), incoming, kept, new Judge(tables.signingKeys()));
  }
}
