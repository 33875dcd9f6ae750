package io.updraft.fleet.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * The unit of measure: the HTTP server of the JDK, which answers every request with 204 and does
 * nothing else. It runs in a process of its own, prints its port and ends with its input.
 */
final class BareServer {
  private BareServer() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    // Not on by default, and without it each answer waits for the other side's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "300");
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // Nothing is expected but the end.
    }
    System.exit(0);
  }
}
