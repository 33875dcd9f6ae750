package io.updraft.device.rollback;

import io.updraft.device.domain.RollbackIds;
import io.updraft.device.domain.Rollbacks;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.util.Optional;

/** {@code GET /api/v1/ota/rollbacks/{rollback_id}}. */
public final class GetRollbackHandler implements Operation {
  private final Rollbacks rollbacks;

  public GetRollbackHandler(Rollbacks rollbacks) {
    this.rollbacks = rollbacks;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String rollbackId = request.path("rollback_id");
    return Optional.of(rollbackId)
        .filter(RollbackIds::isOne)
        .flatMap(id -> rollbacks.find(request.caller().organization(), id))
        .map(rollback -> HttpResponse.ok(RollbackView.of(rollback)))
        .orElseThrow(() -> Problem.notFound("rollback", rollbackId).exception());
  }
}
