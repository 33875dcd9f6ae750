package io.updraft.device.domain;

import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an update keeps to beyond its firmware and its device.
 *
 * @param blueGreen whether its device waits with the switch to what it has installed
 * @param triggers what takes its device back: some of health_check, timeout and error_threshold
 * @param window outside it the device may not begin; null where it may at any time
 * @param discretion what it leaves to the device
 * @param rollback the rollback that it carries out; null for an update that goes ahead
 */
public record Terms(
    boolean blueGreen,
    Set<RollbackTrigger> triggers,
    @Nullable MaintenanceWindow window,
    Discretion discretion,
    @Nullable Return rollback) {
  /** The triggers that concern single devices; the others are judged by campaigns and users. */
  private static final Set<RollbackTrigger> OF_ONE_DEVICE =
      EnumSet.of(
          RollbackTrigger.HEALTH_CHECK, RollbackTrigger.TIMEOUT, RollbackTrigger.ERROR_THRESHOLD);

  /** Of most updates outside campaigns. Below what its making needs. */
  public static final Terms NONE = new Terms(false, Set.of(), null, Discretion.NONE, null);

  public Terms {
    triggers =
        triggers.stream().filter(OF_ONE_DEVICE::contains).collect(Collectors.toUnmodifiableSet());
  }

  /** The terms of a campaign. */
  public static Terms of(Rollout rollout) {
    return new Terms(
        rollout.blueGreen(), rollout.triggers(), rollout.window(), rollout.discretion(), null);
  }

  /** Those of an update that may begin at any time but outside a window. */
  public static Terms within(@Nullable MaintenanceWindow window, Discretion discretion) {
    return new Terms(false, Set.of(), window, discretion, null);
  }

  /** Those of an update that takes its device back. */
  public static Terms takingBack(String rollbackId, RollbackTrigger trigger) {
    return new Terms(false, Set.of(), null, Discretion.NONE, new Return(rollbackId, trigger));
  }

  /** The rollback that an update carries out, as far as its end has to tell of it. */
  public record Return(String rollbackId, RollbackTrigger trigger) {}
}
