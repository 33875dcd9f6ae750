package io.updraft.device.domain;

import org.jspecify.annotations.Nullable;

/**
 * How far one attempt has come, in percent with two decimals. It never goes down.
 *
 * @param overall of the whole update
 * @param download of the bytes
 * @param install of the installation
 */
public record Progress(double overall, double download, double install) {
  public static final Progress NONE = new Progress(0, 0, 0);

  private static final double DOWNLOAD_SHARE = 0.45;
  private static final double INSTALL_SHARE = 0.30;

  /**
   * What follows from a report in the given phase: the phase's base value, plus 0.45 of the
   * download or 0.30 of the installation. An overall figure that the device gives counts within its
   * phase.
   */
  public Progress reported(
      UpdateStatus phase,
      @Nullable Double overallGiven,
      @Nullable Double downloadGiven,
      @Nullable Double installGiven) {
    double downloaded = phase.pastDownloading() ? 100 : higher(download, downloadGiven);
    double installed =
        phase.compareTo(UpdateStatus.INSTALLING) > 0 ? 100 : higher(install, installGiven);
    double computed =
        Math.max(base(phase) + share(phase, downloaded, installed), within(phase, overallGiven));
    return new Progress(
        Math.max(overall, twoDecimals(computed)), twoDecimals(downloaded), twoDecimals(installed));
  }

  private static double base(UpdateStatus phase) {
    return switch (phase) {
      case CREATED, SCHEDULED, FAILED, CANCELLED -> 0;
      case IN_PROGRESS, DOWNLOADING -> 5;
      case VERIFYING -> 55;
      case INSTALLING -> 60;
      case REBOOTING -> 92;
      case COMPLETED -> 100;
    };
  }

  private static double share(UpdateStatus phase, double download, double install) {
    return switch (phase) {
      case DOWNLOADING -> DOWNLOAD_SHARE * download;
      case INSTALLING -> INSTALL_SHARE * install;
      default -> 0;
    };
  }

  private static double within(UpdateStatus phase, @Nullable Double given) {
    if (given == null) {
      return 0;
    }
    return switch (phase) {
      case DOWNLOADING -> Math.clamp(given, 5, 50);
      case INSTALLING -> Math.clamp(given, 60, 90);
      default -> base(phase);
    };
  }

  private static double higher(double known, @Nullable Double given) {
    return given == null ? known : Math.max(known, given);
  }

  private static double twoDecimals(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
