package io.updraft.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls at the same moment, each in a thread of its own. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * What they return, in their order.
   *
   * @throws Exception the first that one of them throws
   */
  public static <T> List<T> call(List<? extends Callable<T>> calls) throws Exception {
    CyclicBarrier together = new CyclicBarrier(calls.size());
    List<Callable<T>> waiting = new ArrayList<>();
    for (Callable<T> call : calls) {
      waiting.add(
          () -> {
            together.await();
            return call.call();
          });
    }
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      for (var answer : threads.invokeAll(waiting)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
