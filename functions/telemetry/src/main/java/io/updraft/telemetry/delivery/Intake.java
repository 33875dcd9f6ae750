package io.updraft.telemetry.delivery;

import io.updraft.telemetry.domain.Offered;
import io.updraft.telemetry.intake.Sender;
import io.updraft.telemetry.intake.TakeIn;
import io.updraft.telemetry.intake.Taken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a delivery asks of {@link TakeIn}: its one method. */
@FunctionalInterface
public interface Intake {
  /** As {@link TakeIn#take}. */
  Taken take(Sender sender, String deviceId, List<Offered> offered, @Nullable String batchId);
}
