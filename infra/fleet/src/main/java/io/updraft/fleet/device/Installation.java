package io.updraft.fleet.device;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One update on its way through the device: phase after phase, each reported before the next. Where
 * the server stops it the device polls again, and comes back to where it was if it may go on.
 */
final class Installation {
  private final Next.Install task;
  private final Traits traits;
  private final Line line;
  private final Download download;
  private final Duration installTime;
  private final Consumer<DeviceState> acknowledged;
  private boolean installed;

  Installation(
      Next.Install task,
      Traits traits,
      Line line,
      Workshop workshop,
      Consumer<DeviceState> acknowledged) {
    this.task = task;
    this.traits = traits;
    this.line = line;
    this.download = workshop.download(task, traits);
    this.installTime = workshop.installTime();
    this.acknowledged = acknowledged;
  }

  boolean isOf(Next.Install other) {
    return task.updateId().equals(other.updateId());
  }

  /**
   * Goes through the phases as far as it can.
   *
   * @param now the task as the last poll gave it, with an address that serves
   */
  void carryOn(Next.Install now) throws InterruptedException {
    installed =
        installed
            || (say(DeviceState.IN_PROGRESS)
                && download(now)
                && say(DeviceState.VERIFYING)
                && verify()
                && install());
    // Where the switch is not released yet, a later poll comes here again.
    boolean done = installed && now.maySwitch() && say(DeviceState.REBOOTING) && complete();
    assert !done : "the last report ends it, or makes the device ask again";
  }

  private boolean download(Next.Install now) throws InterruptedException {
    boolean goOn = say(DeviceState.DOWNLOADING);
    while (goOn && !download.complete()) {
      goOn =
          download.fetchRange(now.address())
              && say(DeviceState.DOWNLOADING, Map.of("download_progress", download.progress()));
    }
    return goOn;
  }

  private boolean verify() throws InterruptedException {
    return download.matches(task.sha256())
        || say(
            DeviceState.FAILED,
            Map.of("checksum_verified", false, "error_code", "CHECKSUM_MISMATCH"));
  }

  private boolean install() throws InterruptedException {
    boolean goOn = say(DeviceState.INSTALLING);
    Thread.sleep(installTime.dividedBy(2));
    goOn = goOn && (traits.fails() ? fail() : installed(50));
    Thread.sleep(installTime.dividedBy(2));
    return goOn && installed(100);
  }

  private boolean installed(int percent) throws InterruptedException {
    return say(DeviceState.INSTALLING, Map.of("install_progress", percent));
  }

  private boolean fail() throws InterruptedException {
    return say(
        DeviceState.FAILED,
        Map.of(
            "error_code", "INSTALL_FAILED", "error_message", "This device fails, as it was told."));
  }

  private boolean complete() throws InterruptedException {
    return say(
        DeviceState.COMPLETED,
        Map.of("checksum_verified", true, "firmware_version", task.version()));
  }

  private boolean say(DeviceState state) throws InterruptedException {
    return say(state, Map.of());
  }

  /** Whether the device may go on with the update after this report. */
  private boolean say(DeviceState state, Map<String, ?> details) throws InterruptedException {
    return switch (line.report(task.updateId(), state, details)) {
      case Reaction.GoOn _ -> {
        acknowledged.accept(state);
        yield true;
      }
      case Reaction.Ended(DeviceState end) -> {
        acknowledged.accept(end);
        yield false;
      }
      case Reaction.AskAgain _ -> false;
    };
  }
}
