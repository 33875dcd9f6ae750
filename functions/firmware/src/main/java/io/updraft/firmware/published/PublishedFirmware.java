package io.updraft.firmware.published;

import io.updraft.dynamodb.Dynamo;
import io.updraft.firmware.dynamodb.DynamoCatalogue;
import io.updraft.firmware.dynamodb.DynamoClearances;
import io.updraft.firmware.dynamodb.DynamoFigures;
import io.updraft.firmware.s3.PresignedDownloads;
import io.updraft.lambda.Environment;

/** What the wiring of another context takes from this one. */
public record PublishedFirmware(
    Clearances clearances, FirmwareCatalogue catalogue, FirmwareFigures figures) {

  /** On the table that the caller's {@code FIRMWARE_TABLE} names. */
  public static PublishedFirmware of(Dynamo dynamo, String firmwareTable) {
    return new PublishedFirmware(
        new DynamoClearances(dynamo, firmwareTable),
        new DynamoCatalogue(dynamo, firmwareTable),
        new DynamoFigures(dynamo, firmwareTable));
  }

  /**
   * Reads {@code AWS_REGION}, {@code FIRMWARE_BUCKET} and, where the store is not that of AWS,
   * {@code AWS_ENDPOINT_URL_S3} with {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}.
   */
  public static FirmwareDownloads downloads(Environment environment) {
    return PresignedDownloads.of(environment);
  }
}
