package io.updraft.telemetry.otlp;

import io.updraft.http.Problem;

/** The codes of {@code google.rpc.Status}, of which clients over HTTP need none. */
final class GrpcCode {
  private static final int INVALID_ARGUMENT = 3;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int UNAVAILABLE = 14;

  private GrpcCode() {}

  static int of(Problem problem) {
    return switch (problem.status()) {
      case 429 -> RESOURCE_EXHAUSTED;
      case 503, 504 -> UNAVAILABLE;
      default -> INVALID_ARGUMENT;
    };
  }
}
