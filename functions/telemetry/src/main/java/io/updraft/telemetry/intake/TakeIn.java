package io.updraft.telemetry.intake;

import io.updraft.http.Caller;
import io.updraft.telemetry.domain.Offered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges data points one by one and keeps the good ones of a device as one block. */
public interface TakeIn {
  /** As many points of one device are taken at once. */
  int MOST_POINTS = 1_000;

  /**
   * Keeps the good points of one device.
   *
   * @param caller who sends; may speak for the device
   * @param offered 1 to {@link #MOST_POINTS}, in the order in which they were sent
   * @param batchId what tells a repeated call within 24 hours from a new one, or null
   */
  Taken take(Caller caller, String deviceId, List<Offered> offered, @Nullable String batchId);
}
