package io.updraft.device.domain;

import io.updraft.device.published.RollbackTrigger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an update goes: all of it that changes.
 *
 * @param phases when each state was entered, in the present attempt
 * @param timeoutAt when an update on its device fails; set by the device's first report, null while
 *     an installed one waits for its switch
 * @param dueAt when the sweep looks at the update next; null where there is nothing to wait for
 * @param rollbackDue why the device is to be taken back; null again once its rollback is begun
 * @param silent released, never heard of for the timeout, and therefore without a slot
 * @param downloaded whether an attempt got past downloading, ever
 * @param cancelReason why the device is to give it up; null where it is not
 * @param checksumVerified null until the device told
 * @param signatureVerified null until the device told
 * @param sequence the number of events told of this update
 * @param revision changes with every write and guards the next one
 */
public record Course(
    UpdateStatus status,
    Progress progress,
    Map<UpdateStatus, Instant> phases,
    @Nullable Instant timeoutAt,
    @Nullable Instant dueAt,
    @Nullable RollbackTrigger rollbackDue,
    boolean silent,
    boolean downloaded,
    @Nullable String cancelReason,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    @Nullable Boolean checksumVerified,
    @Nullable Boolean signatureVerified,
    int retryCount,
    long sequence,
    long revision,
    Instant updatedAt) {

  public Course {
    phases = phases.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(phases));
  }

  /** A course that begins. */
  public static Course created(Instant now) {
    return new Course(
        UpdateStatus.CREATED,
        Progress.NONE,
        Map.of(UpdateStatus.CREATED, now),
        null,
        null,
        null,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        0,
        1,
        0,
        now);
  }

  /** When the present attempt entered the state, or null where it has not. */
  public @Nullable Instant entered(UpdateStatus state) {
    return phases.get(state);
  }

  CourseChange change(Instant now) {
    return new CourseChange(this, now);
  }
}
