package io.updraft.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on this machine, which answers as a test wants it to. */
public final class FakeService implements AutoCloseable {
  /** A status that stands for no answer at all. */
  public static final int SILENCE = 0;

  /** A body that begins and does not end. */
  public static final String ENDLESS = "endless";

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private volatile int[] statuses = {200};
  private volatile String body = "";

  /** What it was asked. */
  public record Call(String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  public FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers the next calls with these, and all after them with the last. */
  public void answers(int... inOrder) {
    body = "";
    statuses = inOrder.clone();
    next.set(0);
  }

  /** Answers all further calls so. */
  public void answers(int status, String text) {
    answers(status);
    body = text;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            Map.copyOf(exchange.getRequestHeaders()),
            asked));
    int status = statuses[Math.min(next.getAndIncrement(), statuses.length - 1)];
    try (exchange) {
      if (status == SILENCE) {
        closed.await();
      } else {
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, int status, byte[] bytes)
      throws IOException, InterruptedException {
    if (bytes.length == 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    boolean endless = ENDLESS.equals(body);
    exchange.sendResponseHeaders(status, endless ? 0 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
    if (endless) {
      closed.await();
    }
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
