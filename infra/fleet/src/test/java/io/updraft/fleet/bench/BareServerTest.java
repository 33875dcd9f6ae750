package io.updraft.fleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BareServerTest {
  @Test
  void isMeasuredLikeTheRuntime() throws Exception {
    BenchOptions options = new BenchOptions();
    options.time = Duration.ofSeconds(2);
    options.warmUp = Duration.ofMillis(200);

    Measurement unit =
        new PollBench(options, Target.running(Path.of("none"), options.scripts)).unit();

    assertThat(unit.units()).isGreaterThan(100);
    assertThat(unit.cpuSecondsPerThousand()).isPositive();
    assertThat(unit.latencies().count()).isEqualTo(unit.units());
  }

  @Test
  void answersEveryRequestWithNothing() throws IOException {
    try (BareProcess bare = BareProcess.start();
        Wire wire = new Wire(bare.url())) {
      assertThat(wire.send("GET", "/anything", "none", "").status()).isEqualTo(204);
      assertThat(wire.send("GET", "/again", "none", "").status()).isEqualTo(204);
    }
  }
}
