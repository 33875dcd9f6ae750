package io.updraft.device.ddi;

import io.updraft.device.domain.Device;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;

/** What a route of the protocol does for a device that the caller speaks for. */
@FunctionalInterface
interface ControllerOperation {
  HttpResponse handle(Controller controller, HttpRequest request);

  /** Refuses whoever names another organization, or another device than their own. */
  static Operation of(ControllerOperation operation) {
    return request -> operation.handle(controller(request), request);
  }

  private static Controller controller(HttpRequest request) {
    Caller caller = request.caller();
    String deviceId = request.path("controller_id");
    if (!caller.organization().equals(request.path("organization"))
        || !caller.mayActFor(deviceId)) {
      throw Problem.unauthorized("These credentials are for another device.").exception();
    }
    if (!Device.isId(deviceId)) {
      throw Problem.notFound("device", deviceId).exception();
    }
    return new Controller(
        caller.organization(), deviceId, caller.isGateway() ? caller.user() : null);
  }
}
