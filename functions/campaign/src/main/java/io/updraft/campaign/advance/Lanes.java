package io.updraft.campaign.advance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works through the targets of one step side by side: each is a transaction whose time is waiting.
 *
 * @param count how many are under way at once; each lane takes every so many-th target
 */
record Lanes(int count) {
  /**
   * Returns when all are done.
   *
   * @throws RuntimeException of the first that failed, after the other lanes have ended
   */
  <T> void forEach(List<T> all, Consumer<T> work) {
    if (count == 1) {
      all.forEach(work);
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < count; lane++) {
        int first = lane;
        running.add(lanes.submit(() -> run(all, first, work)));
      }
    }
    running.forEach(Lanes::ended);
  }

  private <T> void run(List<T> all, int first, Consumer<T> work) {
    for (int i = first; i < all.size(); i += count) {
      work.accept(all.get(i));
    }
  }

  private static void ended(Future<?> lane) {
    try {
      lane.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
