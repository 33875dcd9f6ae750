package io.updraft.device.ddi;

import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Update;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.report.ReportStatus;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code POST .../cancelAction/{action_id}/feedback}. */
final class CancelFeedbackHandler implements ControllerOperation {
  private static final int GONE = 410;

  private final FindAction findAction;
  private final ReportStatus reportStatus;
  private final UpdateMoves moves;
  private final Messages messages;
  private final Clock clock;

  CancelFeedbackHandler(
      FindAction findAction,
      ReportStatus reportStatus,
      UpdateMoves moves,
      Messages messages,
      Clock clock) {
    this.findAction = findAction;
    this.reportStatus = reportStatus;
    this.moves = moves;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    Feedback feedback = Feedback.read(request);
    String number = request.path("action_id");
    return switch (findAction.toJudge(controller, number)) {
      case Action.Unfinished found when findAction.toBeGivenUp(found) ->
          taken(request, found, feedback);
      case Action.Unfinished _ -> notCancelling();
      case Action.Ended _ -> HttpResponse.empty(GONE);
      case Action.Unknown _ -> throw Problem.notFound("action", number).exception();
    };
  }

  private HttpResponse taken(HttpRequest request, Action.Unfinished found, Feedback feedback) {
    Update update = found.update();
    String organization = update.assignment().organization();
    switch (Meaning.of(feedback)) {
      case GIVEN_UP ->
          reportStatus.report(request.origin(), update.id(), _ -> true, FeedbackTable.cancelled());
      case REFUSED ->
          moves.apply(organization, update.id(), request.origin(), u -> u.keptOn(clock.instant()));
      case UNDECIDED -> {}
    }
    if (!feedback.details().isEmpty()) {
      messages.add(organization, update.id(), feedback.details(), clock.instant());
    }
    return Answers.taken();
  }

  private static HttpResponse notCancelling() {
    throw new Problem(
            405,
            "NOT_CANCELLING",
            "This action is not being cancelled; send feedback to its deploymentBase.",
            List.of(),
            Map.of(),
            null)
        .exception();
  }

  /** What a device makes of the request to give up. */
  private enum Meaning {
    GIVEN_UP,
    REFUSED,
    UNDECIDED;

    static Meaning of(Feedback feedback) {
      return switch (feedback.execution()) {
        case CLOSED -> feedback.finished() == Feedback.Finished.FAILURE ? REFUSED : GIVEN_UP;
        case REJECTED -> REFUSED;
        case PROCEEDING, CANCELED, SCHEDULED, RESUMED, DOWNLOAD, DOWNLOADED -> UNDECIDED;
      };
    }
  }
}
