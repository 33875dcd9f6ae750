package io.updraft.local;

import io.updraft.servers.Ports;

/**
 * Free ports that stay the same from one start to the next, as long as nobody else takes them, so
 * that addresses which clients hold stay valid.
 */
final class KeptPorts {
  private final DataFolder data;

  KeptPorts(DataFolder data) {
    this.data = data;
  }

  int of(String name) {
    String file = "ports-" + name;
    String before = data.kept(file, () -> "0");
    int port = Ports.freeOr(Integer.parseInt(before));
    if (!before.equals(String.valueOf(port))) {
      data.write(file, String.valueOf(port));
    }
    return port;
  }
}
