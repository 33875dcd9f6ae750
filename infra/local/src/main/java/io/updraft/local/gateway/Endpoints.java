package io.updraft.local.gateway;

import io.updraft.local.lambda.AsyncInvoker;
import io.updraft.local.lambda.Functions;
import io.updraft.local.queue.QueueApi;
import io.updraft.local.queue.Queues;
import io.updraft.template.Template;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What the runtime answers by HTTP: the API, its WebSocket, the APIs that functions call, and the
 * keys of its issuer.
 */
public final class Endpoints implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** Path of the keys by which tokens are checked. */
  public static final String JWKS_PATH = "/.well-known/jwks.json";

  private final Server server = LocalServer.create();
  private final ServerConnector api;
  private final ServerConnector invoke;
  private final ServerConnector issuer;

  /** Ports to listen on, 0 meaning any; only the API is reachable from outside the machine. */
  public record Addresses(String host, int api, int invoke, int issuer) {}

  /**
   * Takes the ports, without answering yet.
   *
   * @throws IOException saying which port is taken
   */
  public Endpoints(Addresses addresses) throws IOException {
    api = LocalServer.listen(server, addresses.host(), addresses.api());
    invoke = LocalServer.listen(server, LOOPBACK, addresses.invoke());
    issuer = LocalServer.listen(server, LOOPBACK, addresses.issuer());
  }

  /** Starts to answer. */
  public void start(
      Template template, Functions functions, AsyncInvoker async, Queues queues, String jwks) {
    HttpApiGateway gateway = new HttpApiGateway(template, functions, Clock.systemUTC());
    List<Handler> handlers = new ArrayList<>();
    template
        .webSocket()
        .map(socket -> new SocketGateway(socket, functions, server))
        .ifPresent(
            sockets -> {
              handlers.add(LocalServer.on(api, sockets));
              handlers.add(LocalServer.on(invoke, new ConnectionsApi(sockets)));
            });
    handlers.add(LocalServer.on(api, new GatewayHandler(gateway, BodyMemory.ofHeap())));
    handlers.add(LocalServer.on(invoke, new QueueApi(queues, Clock.systemUTC())));
    handlers.add(LocalServer.on(invoke, new InvokeApi(functions, async)));
    handlers.add(LocalServer.on(issuer, new Document(JWKS_PATH, jwks)));
    server.setHandler(new Handler.Sequence(handlers));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not start: " + e.getMessage(), e);
    }
  }

  public int apiPort() {
    return api.getLocalPort();
  }

  public int invokePort() {
    return invoke.getLocalPort();
  }

  public int issuerPort() {
    return issuer.getLocalPort();
  }

  /** Lets requests that are being answered end, for some seconds. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not stop", e);
    }
  }
}
