package io.updraft.device.ddi;

import io.updraft.device.domain.Messages;
import io.updraft.device.report.ReportStatus;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.time.Clock;

/** {@code POST .../deploymentBase/{action_id}/feedback}. */
final class FeedbackHandler implements ControllerOperation {
  private static final int GONE = 410;

  private final FindAction findAction;
  private final ReportStatus reportStatus;
  private final Messages messages;
  private final Clock clock;

  FeedbackHandler(
      FindAction findAction, ReportStatus reportStatus, Messages messages, Clock clock) {
    this.findAction = findAction;
    this.reportStatus = reportStatus;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    Feedback feedback = Feedback.read(request);
    String number = request.path("action_id");
    return switch (findAction.toJudge(controller, number)) {
      case Action.Unfinished found -> taken(controller, request, found, feedback);
      case Action.Ended _ -> HttpResponse.empty(GONE);
      case Action.Unknown _ -> throw Problem.notFound("action", number).exception();
    };
  }

  /** Said again after a failure in between, both come out the same. */
  private HttpResponse taken(
      Controller controller, HttpRequest request, Action.Unfinished found, Feedback feedback) {
    String updateId = found.update().id();
    reportStatus.report(
        request.origin(),
        updateId,
        controller.deviceId()::equals,
        FeedbackTable.report(found.update(), feedback));
    if (!feedback.details().isEmpty()) {
      messages.add(controller.organization(), updateId, feedback.details(), clock.instant());
    }
    return Answers.taken();
  }
}
