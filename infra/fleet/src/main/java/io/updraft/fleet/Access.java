package io.updraft.fleet;

import io.updraft.fleet.device.DeviceKeys;
import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Connections;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Traffic;

/** The ways to the server that a fleet and its operator share. */
record Access(
    Connections connections,
    Traffic traffic,
    Patience patience,
    Api api,
    Credentials admin,
    Enrolment enrolment) {

  static Access of(ServerOptions options, Credentials admin, FleetPlan plan) {
    Connections connections = new Connections();
    Traffic traffic = new Traffic();
    Patience patience = Patience.usual();
    Api api = new Api(options.server(), connections, traffic, patience);
    DeviceKeys keys = DeviceKeys.open(options.data.resolve("fleet-keys"), options.keyScope());
    return new Access(
        connections, traffic, patience, api, admin, new Enrolment(api, admin, keys, plan));
  }
}
