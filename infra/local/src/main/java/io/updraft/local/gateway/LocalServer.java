package io.updraft.local.gateway;

import java.io.IOException;
import java.net.BindException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** One port with what answers on it; several share the threads of one server. */
final class LocalServer {
  private static final int THREADS = 128;
  private static final int THREADS_WHEN_IDLE = 4;
  private static final int STOP_MILLIS = 5_000;
  private static final int IDLE_MILLIS = 30_000;
  private static final int HEADER_BYTES = 10_240;
  private static final int BACKLOG = 1_024;

  private LocalServer() {}

  /** A server that answers nothing yet. */
  static Server create() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS_WHEN_IDLE, IDLE_MILLIS);
    threads.setName("http");
    Server server = new Server(threads);
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(new PlainErrors());
    return server;
  }

  /**
   * Lets the handler answer on a port.
   *
   * @throws IOException saying which port is taken
   */
  static ServerConnector listen(Server server, String host, int port) throws IOException {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    // Selectors accept as well: an acceptor of its own would be a thread more for each port.
    ServerConnector connector =
        new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(BACKLOG);
    try {
      connector.open();
    } catch (IOException e) {
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new BindException(
            "Port %d of %s is in use. Stop what listens there, or choose another with --port."
                .formatted(port, host));
      }
      throw e;
    }
    server.addConnector(connector);
    return connector;
  }

  /** Only what came in through this connector. */
  static Handler on(ServerConnector connector, Handler handler) {
    return new Handler.Wrapper(handler) {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        return request.getConnectionMetaData().getConnector().equals(connector)
            && super.handle(request, response, callback);
      }
    };
  }

  /** Errors that the server finds itself, said as API Gateway says them. */
  private static final class PlainErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        String message,
        @Nullable Throwable cause,
        Callback callback) {
      response.getHeaders().put("content-type", "application/json");
      HttpAnswer answer = HttpAnswer.message(code, HttpStatus.getMessage(code));
      response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
  }
}
