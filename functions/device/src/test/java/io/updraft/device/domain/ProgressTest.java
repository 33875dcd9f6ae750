package io.updraft.device.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  @ParameterizedTest
  @CsvSource({
    "IN_PROGRESS, , , , 5",
    "DOWNLOADING, , 0, , 5",
    "DOWNLOADING, , 50, , 27.5",
    "DOWNLOADING, , 33.33, , 20",
    "DOWNLOADING, , 100, , 50",
    "DOWNLOADING, 30, , , 30",
    "DOWNLOADING, 99, , , 50",
    "VERIFYING, , , , 55",
    "INSTALLING, , , 0, 60",
    "INSTALLING, , , 50, 75",
    "INSTALLING, 70, , , 70",
    "REBOOTING, , , , 92",
    "COMPLETED, , , , 100",
  })
  void followsThePhase(
      UpdateStatus phase,
      @Nullable Double overall,
      @Nullable Double download,
      @Nullable Double install,
      double expected) {
    Progress progress = Progress.NONE.reported(phase, overall, download, install);

    assertThat(progress.overall()).isEqualTo(expected);
  }

  @Test
  void neverGoesDown() {
    Progress far = Progress.NONE.reported(UpdateStatus.DOWNLOADING, null, 80.0, null);

    assertThat(far.reported(UpdateStatus.DOWNLOADING, null, 10.0, null)).isEqualTo(far);
  }

  @Test
  void countsWhatWasSkippedAsDone() {
    Progress done = Progress.NONE.reported(UpdateStatus.COMPLETED, null, null, null);

    assertThat(done).isEqualTo(new Progress(100, 100, 100));
  }
}
