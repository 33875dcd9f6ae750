package io.updraft.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.delivery.Callers;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Delivered;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.delivery.Senders;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void goesThroughEverythingThatAGoodRequestDoes() {
    assertThat(
            new Deliver(new RecordingIntake(), Clock.systemUTC())
                .deliver(Senders.of(Callers.gateway()), Rehearsal.play()))
        .isEqualTo(new Delivered(3, List.of()));
  }
}
