package io.updraft.device.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.updraft.device.domain.Message;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.Updates;
import io.updraft.device.domain.Views;
import io.updraft.device.published.UpdateView;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import java.util.List;

/** {@code GET /api/v1/ota/updates/{update_id}}, for users and the update's own device. */
public final class GetUpdateHandler implements Operation {
  private final Updates updates;
  private final Messages messages;

  public GetUpdateHandler(Updates updates, Messages messages) {
    this.updates = updates;
    this.messages = messages;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String updateId = request.path("update_id");
    return updates
        .find(request.caller().organization(), updateId)
        .filter(u -> request.caller().mayActFor(u.assignment().deviceId()))
        .map(u -> HttpResponse.ok(detailed(request.caller().organization(), u)))
        .orElseThrow(() -> Problem.notFound("update", updateId).exception());
  }

  private Detailed detailed(String organization, Update update) {
    return new Detailed(Views.of(update), messages.of(organization, update.id()));
  }

  /** An update, and what its device said of it, the latest first. */
  private record Detailed(@JsonUnwrapped UpdateView update, List<Message> messages) {}
}
