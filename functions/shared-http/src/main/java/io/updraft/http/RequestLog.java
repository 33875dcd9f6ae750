package io.updraft.http;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The log of one request: while it is open, every line that is logged carries request id, function,
 * route and organization. Never a body, a header or a path, which may hold secrets.
 */
final class RequestLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("io.updraft.http.request");

  private final long start = System.nanoTime();

  private RequestLog() {}

  static RequestLog open(Event event, String function) {
    MDC.put("request_id", event.requestId());
    MDC.put("function", function);
    MDC.put("route", event.routeKey());
    return new RequestLog();
  }

  static void foreignEvent(String requestId, Exception cause) {
    LOG.atError().addKeyValue("request_id", requestId).setCause(cause).log("foreign event");
  }

  void calledBy(Caller caller) {
    MDC.put("organization", caller.organization());
  }

  /** Refusals are the caller's matter, unless a dependency is behind it. */
  void refused(ProblemException refusal) {
    if (refusal.problem().status() >= 500) {
      LOG.warn("refused", refusal);
    }
  }

  void failed(Throwable defect) {
    LOG.error("defect", defect);
  }

  void answered(int status) {
    LOG.atInfo()
        .addKeyValue("status", status)
        .addKeyValue("duration_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
        .log("request");
  }

  @Override
  public void close() {
    MDC.remove("request_id");
    MDC.remove("function");
    MDC.remove("route");
    MDC.remove("organization");
  }
}
