package io.updraft.device.domain;

import static io.updraft.device.domain.UpdateStatus.CANCELLED;
import static io.updraft.device.domain.UpdateStatus.COMPLETED;
import static io.updraft.device.domain.UpdateStatus.CREATED;
import static io.updraft.device.domain.UpdateStatus.DOWNLOADING;
import static io.updraft.device.domain.UpdateStatus.FAILED;
import static io.updraft.device.domain.UpdateStatus.IN_PROGRESS;
import static io.updraft.device.domain.UpdateStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateStatusTest {
  private static final List<UpdateStatus> ORDER =
      List.of(UpdateStatus.values()).subList(0, UpdateStatus.values().length - 2);

  @Test
  void goesForwardOnly() {
    for (UpdateStatus from : ORDER) {
      for (UpdateStatus to : ORDER) {
        boolean later = ORDER.indexOf(to) > ORDER.indexOf(from);
        assertThat(from.mayMoveTo(to)).as("%s to %s", from, to).isEqualTo(later);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"COMPLETED", "FAILED", "CANCELLED"},
      mode = EnumSource.Mode.EXCLUDE)
  void endsFromEveryUnfinishedState(UpdateStatus unfinished) {
    assertThat(unfinished.successors()).contains(FAILED, CANCELLED);
  }

  @Test
  void staysWhereItIsFinal() {
    assertThat(COMPLETED.successors()).isEmpty();
    assertThat(CANCELLED.successors()).isEmpty();
    assertThat(FAILED.successors()).containsExactly(SCHEDULED);
  }

  @ParameterizedTest
  @EnumSource
  void isWaitingOnItsDeviceOrEnded(UpdateStatus status) {
    assertThat(List.of(status.waiting(), status.onDevice(), status.ended())).containsOnlyOnce(true);
  }

  @Test
  void isReadAsItIsWritten() {
    assertThat(UpdateStatus.values())
        .allSatisfy(s -> assertThat(UpdateStatus.ofWireName(s.wireName())).isEqualTo(s));
    assertThat(IN_PROGRESS.wireName()).isEqualTo("in_progress");
    assertThat(CREATED.pastDownloading()).isFalse();
    assertThat(DOWNLOADING.pastDownloading()).isFalse();
    assertThat(FAILED.pastDownloading()).isFalse();
    assertThat(COMPLETED.pastDownloading()).isTrue();
  }
}
