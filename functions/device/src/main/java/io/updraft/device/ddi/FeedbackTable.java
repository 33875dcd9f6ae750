package io.updraft.device.ddi;

import io.updraft.device.domain.Report;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the feedback to a deployment means for the update.
 *
 * <table>
 *   <caption>execution and finished, and the report that it is read as</caption>
 *   <tr><td>closed, failure</td><td>failed; the details are the error's message</td></tr>
 *   <tr><td>closed, success or none</td><td>completed</td></tr>
 *   <tr><td>download</td><td>downloading, with the progress of the download</td></tr>
 *   <tr><td>downloaded</td><td>verifying; where the device then waits for the switch of a blue-green
 *       campaign, as far as it can come: installing, 100 %</td></tr>
 *   <tr><td>all others</td><td>in_progress before the bytes are fetched, installing afterwards, with
 *       the progress of the installation</td></tr>
 * </table>
 *
 * <p>Feedback never takes an update back to an earlier state.
 */
final class FeedbackTable {
  private static final double ALL = 100;
  private static final int LONGEST_MESSAGE = 500;

  private FeedbackTable() {}

  static Report report(Update update, Feedback feedback) {
    return switch (feedback.execution()) {
      case CLOSED ->
          feedback.finished() == Feedback.Finished.FAILURE
              ? failed(feedback)
              : at(UpdateStatus.COMPLETED, null, null);
      case DOWNLOAD -> at(UpdateStatus.DOWNLOADING, feedback.progress(), null);
      case DOWNLOADED ->
          update.assignment().terms().blueGreen()
              ? at(UpdateStatus.INSTALLING, null, ALL)
              : at(UpdateStatus.VERIFYING, null, null);
      case PROCEEDING, CANCELED, SCHEDULED, REJECTED, RESUMED -> going(update, feedback);
    };
  }

  private static Report going(Update update, Feedback feedback) {
    return switch (update.status()) {
      case DOWNLOADING, VERIFYING, INSTALLING ->
          at(UpdateStatus.INSTALLING, null, feedback.progress());
      case REBOOTING -> at(UpdateStatus.REBOOTING, null, null);
      case CREATED, SCHEDULED, IN_PROGRESS, COMPLETED, FAILED, CANCELLED ->
          at(UpdateStatus.IN_PROGRESS, null, null);
    };
  }

  private static Report at(
      UpdateStatus status, @Nullable Double download, @Nullable Double install) {
    return new Report(status, null, download, install, null, null, null, null, null, null);
  }

  private static Report failed(Feedback feedback) {
    return new Report(
        UpdateStatus.FAILED,
        null,
        null,
        null,
        null,
        null,
        null,
        feedback.code(),
        message(feedback.details()),
        null);
  }

  private static @Nullable String message(List<String> details) {
    String all = String.join("; ", details);
    if (all.isEmpty()) {
      return null;
    }
    return all.length() <= LONGEST_MESSAGE ? all : all.substring(0, LONGEST_MESSAGE - 1) + "…";
  }

  /** A device that gives up what it was to give up. */
  static Report cancelled() {
    return at(UpdateStatus.CANCELLED, null, null);
  }
}
