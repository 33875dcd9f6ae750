package io.updraft.firmware.wiring;

import io.updraft.firmware.domain.UploadLimits;
import io.updraft.lambda.Environment;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The settings of the functions that take uploads.
 *
 * @param completeWait how long a client is kept waiting for a verification
 */
public record FirmwareSettings(UploadLimits limits, Duration completeWait) {
  private static final int MIB = 1 << 20;
  private static final String EXTENSIONS = ".bin,.hex,.elf,.tar.gz,.zip,.swu,.raucb,.img";

  /** Reads them; each has a default. */
  public static FirmwareSettings of(Environment environment) {
    UploadLimits limits =
        new UploadLimits(
            environment.integer("FIRMWARE_MAX_BYTES", 500 * MIB, 1, Integer.MAX_VALUE),
            extensions(environment.text("FIRMWARE_EXTENSIONS", EXTENSIONS)),
            environment.seconds(
                "UPLOAD_VALIDITY_SECONDS",
                Duration.ofHours(6),
                Duration.ofMinutes(1),
                Duration.ofHours(24)),
            // The store takes no smaller parts than 5 MiB, but for the last.
            environment.integer("UPLOAD_PART_BYTES", 16 * MIB, 5 * MIB, 1024 * MIB));
    Duration wait =
        environment.seconds(
            "COMPLETE_WAIT_SECONDS", Duration.ofSeconds(20), Duration.ZERO, Duration.ofSeconds(25));
    return new FirmwareSettings(limits, wait);
  }

  private static List<String> extensions(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",", -1)).map(String::strip).toList();
  }
}
