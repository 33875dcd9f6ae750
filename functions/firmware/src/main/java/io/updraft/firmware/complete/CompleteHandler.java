package io.updraft.firmware.complete;

import io.updraft.firmware.complete.CompleteUpload.Completed;
import io.updraft.firmware.complete.CompleteUpload.Given;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.IncomingBytes.Part;
import io.updraft.firmware.domain.Patience;
import io.updraft.firmware.verification.SettleUpload;
import io.updraft.firmware.verification.Settlement;
import io.updraft.firmware.view.Actors;
import io.updraft.firmware.view.Views;
import io.updraft.http.FieldError;
import io.updraft.http.Fields;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/v1/ota/firmware/{firmware_id}/complete}: 200 with the firmware, available or
 * rejected; 202 where verifying takes longer than a client should wait, and goes on by itself.
 */
public final class CompleteHandler implements Operation {
  private static final int MOST_PARTS = 10_000;

  private final CompleteUpload completeUpload;
  private final Views views;
  private final Clock clock;
  private final Duration wait;

  /**
   * Wires the operation.
   *
   * @param wait how long a client is kept waiting
   */
  public CompleteHandler(
      Firmwares firmwares,
      IncomingBytes incoming,
      SettleUpload settleUpload,
      Views views,
      Clock clock,
      Duration wait) {
    this.completeUpload = new CompleteUpload(firmwares, incoming, settleUpload);
    this.views = views;
    this.clock = clock;
    this.wait = wait;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Given given = given(request.jsonOrEmpty());
    Completed completed =
        completeUpload.complete(
            request.path("firmware_id"),
            given,
            Actors.of(request, clock),
            Patience.of(wait, clock));
    return switch (completed) {
      case Completed.Settled(var settlement) -> render(settlement, request);
      case Completed.WrongParts(var message) ->
          refused(Problem.validation(List.of(new FieldError("parts", message))), request);
      case Completed.AnotherUpload() ->
          refused(Problem.conflict("The firmware awaits another upload than this one."), request);
    };
  }

  private HttpResponse render(Settlement settlement, HttpRequest request) {
    return switch (settlement) {
      case Settlement.Verified(var firmware) -> HttpResponse.ok(views.of(firmware));
      case Settlement.Refused(var firmware) -> HttpResponse.ok(views.of(firmware));
      case Settlement.StillVerifying(var firmware) -> HttpResponse.json(202, views.of(firmware));
      case Settlement.NotArrived(_) ->
          refused(Problem.conflict("The bytes have not arrived; put them first."), request);
      case Settlement.Unknown() -> refused(Views.notFound(request), request);
    };
  }

  private static Given given(Fields fields) {
    Optional<String> uploadId = Optional.ofNullable(fields.optionalText("upload_id", 1, 100));
    List<Part> parts =
        fields.objects("parts", MOST_PARTS).stream().map(CompleteHandler::part).toList();
    fields.throwIfInvalid();
    return new Given(uploadId, parts);
  }

  private static Part part(Fields part) {
    return new Part((int) part.number("part_number", 1, MOST_PARTS), part.text("etag", 1, 200));
  }

  private static HttpResponse refused(Problem problem, HttpRequest request) {
    return problem.toResponse(request.requestId());
  }
}
