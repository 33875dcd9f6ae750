package io.updraft.fleet.bench;

import java.io.IOException;

/** Sends packed batches as devices do. */
final class BatchPost {
  private static final int OK = 200;

  private final BenchFleet fleet;

  BatchPost(BenchFleet fleet) {
    this.fleet = fleet;
  }

  /** Sends the batch as the device with this number; all of it must be accepted. */
  void send(Wire wire, int device, byte[] packed) throws IOException {
    String path = "/api/v1/telemetry/devices/" + fleet.id(device) + "/telemetry/batch";
    Wire.Reply reply = wire.send("POST", path, headers(device), packed);
    if (reply.status() != OK || !reply.body().contains("\"failed_count\":0")) {
      throw new IOException("a batch was answered with " + reply);
    }
  }

  private String headers(int device) {
    return "Authorization: "
        + fleet.authorization(device)
        + "\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
        + "Content-Encoding: gzip\r\n";
  }
}
