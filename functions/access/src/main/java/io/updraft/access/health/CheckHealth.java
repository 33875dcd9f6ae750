package io.updraft.access.health;

import io.updraft.access.domain.Dependency;
import io.updraft.access.health.HealthReport.Check;
import io.updraft.access.health.HealthReport.Health;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every dependency at the same time, for at most two seconds in all, and keeps what it found
 * for five: anyone may ask for the health, and must not be able to make the system ask others.
 */
final class CheckHealth {
  private static final Logger LOG = LoggerFactory.getLogger(CheckHealth.class);
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final List<Dependency> dependencies;
  private final Clock clock;
  private final Duration patience;

  private @Nullable HealthReport latest;

  CheckHealth(List<Dependency> dependencies, Clock clock, Duration patience) {
    this.dependencies = List.copyOf(dependencies);
    this.clock = clock;
    this.patience = patience;
  }

  synchronized HealthReport check() {
    Instant now = clock.instant();
    if (latest == null || !now.isBefore(latest.at().plus(KEPT))) {
      latest = new HealthReport(now, asked());
    }
    return latest;
  }

  // Not closed, which would wait for threads that hang; each ends by the limits of its own client.
  @SuppressWarnings("resource")
  private List<Check> asked() {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    long start = System.nanoTime();
    List<Future<Long>> answers = new ArrayList<>();
    for (Dependency dependency : dependencies) {
      answers.add(threads.submit(() -> reached(dependency, start)));
    }
    threads.shutdown();
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      checks.add(check(dependencies.get(i).name(), answers.get(i), start));
    }
    return checks;
  }

  private static long reached(Dependency dependency, long start) {
    dependency.reach();
    return millisSince(start);
  }

  private Check check(String name, Future<Long> answer, long start) {
    try {
      long left = patience.toNanos() - (System.nanoTime() - start);
      return new Check(name, Health.HEALTHY, answer.get(Math.max(0, left), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException away) {
      LOG.warn("{} does not answer", name, away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    answer.cancel(true);
    return new Check(name, Health.DEGRADED, millisSince(start));
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
