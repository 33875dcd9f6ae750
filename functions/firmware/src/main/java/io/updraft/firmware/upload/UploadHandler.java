package io.updraft.firmware.upload;

import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.domain.SigningKeys;
import io.updraft.firmware.domain.UploadLimits;
import io.updraft.firmware.verification.Flaw;
import io.updraft.firmware.verification.Judge;
import io.updraft.firmware.view.Actors;
import io.updraft.firmware.view.UploadView;
import io.updraft.firmware.view.Views;
import io.updraft.http.FieldError;
import io.updraft.http.Fields;
import io.updraft.http.FilePart;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Parts;
import io.updraft.http.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code POST /api/v1/ota/firmware}: as multipart with parts {@code metadata} and {@code file} the
 * firmware is stored at once; as JSON, which declares it, addresses for the bytes are given.
 */
public final class UploadHandler implements Operation {
  private final StartUpload startUpload;
  private final StoreUpload storeUpload;
  private final UploadLimits limits;
  private final Views views;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param uploadIds gives a new id at each call
   */
  public UploadHandler(
      Firmwares firmwares,
      SigningKeys keys,
      IncomingBytes incoming,
      KeptBytes kept,
      UploadLimits limits,
      Supplier<String> uploadIds,
      Views views,
      Clock clock) {
    this.startUpload = new StartUpload(firmwares, keys, incoming, limits, uploadIds);
    this.storeUpload = new StoreUpload(firmwares, kept, new Judge(keys), uploadIds);
    this.limits = limits;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return render(isMultipart(request) ? store(request) : start(request), request);
  }

  private Started store(HttpRequest request) {
    Parts parts = request.multipart();
    Fields fields = parts.json("metadata");
    FilePart file = parts.file("file");
    Declaration declared = new DeclarationForm(fields, limits).read(file);
    parts.throwIfInvalid();
    return storeUpload.store(declared, file.bytes(), Actors.of(request, clock));
  }

  private Started start(HttpRequest request) {
    Fields fields = request.json();
    Declaration declared = new DeclarationForm(fields, limits).read();
    fields.throwIfInvalid();
    return startUpload.start(declared, Actors.of(request, clock));
  }

  private HttpResponse render(Started started, HttpRequest request) {
    return switch (started) {
      case Started.Pending pending -> pending(pending);
      case Started.Stored(var firmware) -> HttpResponse.created(views.of(firmware));
      case Started.Existing(var firmware) -> HttpResponse.ok(views.of(firmware));
      case Started.Conflict(var detail) -> refused(Problem.conflict(detail), request);
      case Started.Flawed(var flaws) -> refused(problem(flaws), request);
      case Started.UnknownSigningKey() ->
          refused(
              problem(List.of(new Flaw("signing_key_id", "names no key of the organization"))),
              request);
    };
  }

  private HttpResponse pending(Started.Pending pending) {
    var body =
        new UploadView.Pending(
            views.of(pending.firmware()), UploadView.of(pending.upload(), pending.addresses()));
    return HttpResponse.json(pending.created() ? 201 : 200, body);
  }

  private static Problem problem(List<Flaw> flaws) {
    return Problem.validation(
        flaws.stream().map(flaw -> new FieldError(flaw.field(), flaw.message())).toList());
  }

  private static HttpResponse refused(Problem problem, HttpRequest request) {
    return problem.toResponse(request.requestId());
  }

  private static boolean isMultipart(HttpRequest request) {
    return request
        .header("content-type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
        .isPresent();
  }
}
