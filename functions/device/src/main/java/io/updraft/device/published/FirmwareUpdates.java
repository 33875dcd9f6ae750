package io.updraft.device.published;

/**
 * The figures of updates to one firmware.
 *
 * @param firmwareId empty where there are no updates
 * @param deviceModel empty, as is the version, where the firmware is not known any more
 * @param fileSize of the firmware, bytes
 */
public record FirmwareUpdates(
    String firmwareId, String deviceModel, String version, long fileSize, UpdateFigures figures) {
  public static final FirmwareUpdates NONE = of("");

  /** A firmware of which no more is known. */
  public static FirmwareUpdates of(String firmwareId) {
    return new FirmwareUpdates(firmwareId, "", "", 0, UpdateFigures.NONE);
  }

  /** Bytes of all completed downloads. */
  public long bytesSent() {
    return figures.counts().downloads() * fileSize;
  }

  public FirmwareUpdates with(UpdateFigures changed) {
    return new FirmwareUpdates(firmwareId, deviceModel, version, fileSize, changed);
  }
}
