package io.updraft.fleet.bench;

import io.updraft.fleet.device.DeviceKeys;
import io.updraft.fleet.device.Enrolment;
import io.updraft.fleet.device.FleetPlan;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Connections;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.ObjectStore;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Enrolled devices, and what is needed to give them updates. */
final class BenchFleet {
  static final String MODEL = "bench-1";

  private static final double AT_ONCE = 1e6;

  private final Connections connections = new Connections();
  private final Api api;
  private final Credentials admin;
  private final List<String> ids;
  private final List<String> authorizations;

  private BenchFleet(Target target, FleetPlan plan) throws InterruptedException {
    api = new Api(target.url(), connections, new Traffic(), Patience.usual());
    admin = target.admin();
    ids = plan.ids();
    DeviceKeys keys =
        DeviceKeys.open(target.data().resolve("fleet-keys"), target.url() + "/default-org");
    authorizations = enrolled(new Enrolment(api, admin, keys, plan));
  }

  /**
   * Enrols the devices, unless they are.
   *
   * @param prefix one for each bench, since an update that one leaves behind would disturb another
   */
  static BenchFleet enrol(Target target, String prefix, int size) throws InterruptedException {
    return new BenchFleet(
        target,
        new FleetPlan(
            size, prefix, MODEL, "bench", 0, 0, Duration.ZERO, Duration.ZERO, AT_ONCE, 1));
  }

  private List<String> enrolled(Enrolment enrolment) throws InterruptedException {
    List<Future<String>> keys = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String id : ids) {
        keys.add(
            threads.submit(
                () -> {
                  String _ = enrolment.enrol(id);
                  return enrolment.key(id);
                }));
      }
    }
    List<String> authorizations = new ArrayList<>();
    for (Future<String> key : keys) {
      try {
        authorizations.add("ApiKey " + key.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a device can't be enrolled", e.getCause());
      }
    }
    return authorizations;
  }

  int size() {
    return ids.size();
  }

  String id(int number) {
    return ids.get(number % ids.size());
  }

  String authorization(int number) {
    return authorizations.get(number % ids.size());
  }

  List<String> ids() {
    return ids;
  }

  Api api() {
    return api;
  }

  Credentials admin() {
    return admin;
  }

  ObjectStore store() {
    return new ObjectStore(connections);
  }
}
