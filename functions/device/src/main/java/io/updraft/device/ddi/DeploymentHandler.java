package io.updraft.device.ddi;

import io.updraft.device.poll.Next;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.Optional;

/**
 * {@code GET .../deploymentBase/{action_id}}, and {@code GET .../confirmationBase/{action_id}} for
 * what is still to be confirmed: an update is found at one of the two.
 */
final class DeploymentHandler implements ControllerOperation {
  private final FindAction findAction;
  private final DdiSettings settings;
  private final Clock clock;
  private final boolean unconfirmed;

  private DeploymentHandler(
      FindAction findAction, DdiSettings settings, Clock clock, boolean unconfirmed) {
    this.findAction = findAction;
    this.settings = settings;
    this.clock = clock;
    this.unconfirmed = unconfirmed;
  }

  static DeploymentHandler toInstall(FindAction findAction, DdiSettings settings, Clock clock) {
    return new DeploymentHandler(findAction, settings, clock, false);
  }

  static DeploymentHandler toConfirm(FindAction findAction, DdiSettings settings, Clock clock) {
    return new DeploymentHandler(findAction, settings, clock, true);
  }

  @Override
  public HttpResponse handle(Controller controller, HttpRequest request) {
    String number = request.path("action_id");
    int history = history(request);
    Deployment deployment =
        new Deployment(Links.of(settings.address(), controller, request), clock.instant());
    return switch (findAction.toShow(controller, number)) {
      case Action.Unfinished found ->
          install(found)
              .map(i -> deployment.of(name(), i, history, found.glance().messages()))
              .map(body -> Answers.of(request, body))
              .orElseThrow(() -> Problem.notFound("action", number).exception());
      case Action.Ended _, Action.Unknown _ -> throw Problem.notFound("action", number).exception();
    };
  }

  private String name() {
    return unconfirmed ? "confirmation" : "deployment";
  }

  private Optional<Next.Install> install(Action.Unfinished found) {
    boolean here = Confirmation.missing(found.device(), found.update()) == unconfirmed;
    return here
        ? findAction
            .offer(found)
            .filter(Next.Install.class::isInstance)
            .map(Next.Install.class::cast)
        : Optional.empty();
  }

  /** How many messages the client wants to see; all for a negative number, as in hawkBit. */
  private static int history(HttpRequest request) {
    String wanted = request.query("actionHistory").orElse("0");
    try {
      int number = Integer.parseInt(wanted);
      return number < 0 ? Integer.MAX_VALUE : number;
    } catch (NumberFormatException e) {
      throw Problem.malformed("actionHistory is a number.").exception(e);
    }
  }
}
