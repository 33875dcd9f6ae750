package io.updraft.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.fleet.http.Call;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device that reports one small step after another and remembers which was acknowledged last, so
 * that a single lost report shows.
 */
final class Witness {
  private static final String MODEL = "witness-1";

  /** Progress has two decimals. */
  private static final int STEPS = 10_000;

  private final Client client;
  private final Bearer token;
  private final String device;
  private final String update;
  private volatile int acknowledged;
  private volatile String refusal = "";
  private @Nullable Thread reporting;

  private Witness(Client client, Bearer token, String device, String update) {
    this.client = client;
    this.token = token;
    this.device = device;
    this.update = update;
  }

  /** Registers a device and gives it an update. */
  static Witness of(RuntimeProcess runtime, Operator operator) throws Exception {
    String device = "witness";
    var _ =
        operator
            .api()
            .send(
                Call.put(
                    "/api/v1/devices/" + device,
                    Map.of(
                        "model", MODEL, "hardware_version", "1.0.0", "firmware_version", "1.0.0")),
                operator.admin())
            .require("register the witness");
    String firmware = operator.firmware(MODEL, "2.0.0", 1_000);
    String update =
        operator
            .post("devices/" + device + "/update", Map.of("firmware_id", firmware))
            .text("update_id");
    return new Witness(Client.of(runtime), Tokens.of(runtime).device(device), device, update);
  }

  String device() {
    return device;
  }

  /** Reports on and on, until nobody answers. */
  void begin() {
    reporting = Thread.startVirtualThread(this::reportOnAndOn);
  }

  private void reportOnAndOn() {
    try {
      for (int step = acknowledged + 1; step <= STEPS && refusal.isEmpty(); step++) {
        Reply reply = report(step);
        if (reply.status() == 200) {
          acknowledged = step;
        } else {
          refusal = reply.toString();
        }
      }
    } catch (IOException killed) {
      // The report that was on its way may or may not count.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply report(int step) throws IOException, InterruptedException {
    return client.post(
        "/api/v1/ota/updates/" + update + "/status",
        token,
        Map.of("status", "downloading", "download_progress", step / 100.0));
  }

  int acknowledged() {
    return acknowledged;
  }

  /** Once its line is cut: nothing less is there than was acknowledged, and at most one more. */
  void assertReflected(Operator operator) throws InterruptedException {
    if (reporting != null) {
      reporting.join();
    }
    assertThat(refusal).isEmpty();
    double progress = operator.get("updates/" + update).body().path("download_progress").asDouble();
    assertThat((int) Math.round(progress * 100)).isBetween(acknowledged, acknowledged + 1);
    acknowledged = (int) Math.round(progress * 100);
  }
}
