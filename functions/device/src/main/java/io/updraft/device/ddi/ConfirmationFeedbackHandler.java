package io.updraft.device.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Report;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.device.report.ReportStatus;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Json;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.List;

/**
 * {@code POST .../confirmationBase/{action_id}/feedback}. Who confirms begins: it is the device's
 * first report. What is denied waits on, and can be confirmed later.
 */
final class ConfirmationFeedbackHandler implements ControllerOperation {
  private static final int MOST_BYTES = 1 << 20;
  private static final int GONE = 410;
  private static final Report BEGUN =
      new Report(UpdateStatus.IN_PROGRESS, null, null, null, null, null, null, null, null, null);

  private final FindAction findAction;
  private final ReportStatus reportStatus;
  private final Messages messages;
  private final Clock clock;

  ConfirmationFeedbackHandler(
      FindAction findAction, ReportStatus reportStatus, Messages messages, Clock clock) {
    this.findAction = findAction;
    this.reportStatus = reportStatus;
    this.messages = messages;
    this.clock = clock;
  }

  /** What was decided at the device. */
  private enum Decision {
    CONFIRMED,
    DENIED
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    JsonNode body = Json.read(request.jsonBytes(MOST_BYTES));
    Decision decision = Feedback.choice(body.path("confirmation"), "confirmation", Decision.class);
    String number = request.path("action_id");
    return switch (findAction.toJudge(controller, number)) {
      case Action.Unfinished found when Confirmation.missing(found.device(), found.update()) ->
          taken(request, found, decision, Feedback.details(body.path("details")));
      case Action.Unfinished _, Action.Ended _ -> HttpResponse.empty(GONE);
      case Action.Unknown _ -> throw Problem.notFound("action", number).exception();
    };
  }

  private HttpResponse taken(
      HttpRequest request, Action.Unfinished found, Decision decision, List<String> details) {
    String updateId = found.update().id();
    if (decision == Decision.CONFIRMED) {
      var _ = reportStatus.report(request.origin(), updateId, _ -> true, BEGUN);
    }
    if (!details.isEmpty()) {
      messages.add(found.device().organization(), updateId, details, clock.instant());
    }
    return Answers.taken();
  }
}
