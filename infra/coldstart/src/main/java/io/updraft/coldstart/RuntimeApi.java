package io.updraft.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's runtime API for one process and one event: gives the event once, takes the answer, and
 * lets whoever asks for more wait.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final String RESTORE = "/2018-06-01/runtime/restore/next";
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final byte[] event;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean given = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
  private final CompletableFuture<Void> restore = new CompletableFuture<>();
  private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

  RuntimeApi(byte[] event) throws IOException {
    this.event = event.clone();
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Completes when the process is ready to be frozen, and waits for its restore. */
  CompletableFuture<Void> checkpoint() {
    return checkpoint;
  }

  /** The process goes on, as after a restore. */
  void restore() {
    restore.complete(null);
  }

  /**
   * The first answer. What depends on this runs before the process is told that its answer has
   * arrived. Fails with {@link FailedStart} when the process reports an error.
   */
  CompletableFuture<byte[]> answer() {
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case INVOCATION + "next" -> next(exchange);
        case RESTORE -> {
          checkpoint.complete(null);
          restore.join();
          exchange.sendResponseHeaders(OK, -1);
        }
        case String path -> take(path, exchange);
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    if (!given.compareAndSet(false, true)) {
      await();
      return;
    }
    Instant deadline = Instant.now().plus(DEADLINE);
    Map.of(
            "Lambda-Runtime-Aws-Request-Id", "00000000-0000-4000-8000-000000000001",
            "Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()),
            "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function",
            "Content-Type", "application/json")
        .forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(OK, event.length);
    exchange.getResponseBody().write(event);
  }

  private void take(String path, HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/response")) {
      answer.complete(body);
    } else {
      FailedStart failure = new FailedStart(new String(body, StandardCharsets.UTF_8));
      checkpoint.completeExceptionally(failure);
      answer.completeExceptionally(failure);
    }
    exchange.sendResponseHeaders(ACCEPTED, -1);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    restore.complete(null);
    server.stop(0);
    threads.close();
  }
}
