package io.updraft.firmware.keys;

import io.updraft.firmware.domain.SigningKeys;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/**
 * {@code DELETE /api/v1/admin/signing-keys/{signing_key_id}}: firmware that was verified with the
 * key stays so, and nothing new is.
 */
public final class DeleteKeyHandler implements Operation {
  private final SigningKeys keys;

  public DeleteKeyHandler(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String id = request.path("signing_key_id");
    return keys.delete(request.caller().organization(), id)
        ? HttpResponse.noContent()
        : Problem.notFound("signing key", id).toResponse(request.requestId());
  }
}
