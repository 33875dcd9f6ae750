package io.updraft.local;

import io.updraft.servers.Ports;
import java.util.HashSet;
import java.util.Set;

/**
 * Free ports that stay the same from one start to the next, as long as nobody else takes them, so
 * that addresses which clients hold stay valid.
 */
final class KeptPorts {
  private final DataFolder data;
  private final Set<Integer> given = new HashSet<>();

  KeptPorts(DataFolder data) {
    this.data = data;
  }

  synchronized int of(String name) {
    String file = "ports-" + name;
    String before = data.kept(file, () -> "0");
    int port = Ports.freeOr(Integer.parseInt(before));
    while (!given.add(port)) {
      port = Ports.free();
    }
    if (!before.equals(String.valueOf(port))) {
      data.write(file, String.valueOf(port));
    }
    return port;
  }
}
