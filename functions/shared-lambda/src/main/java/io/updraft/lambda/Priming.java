package io.updraft.lambda;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function does once before SnapStart freezes it, so that the classes that its first answer
 * needs are in the snapshot. Where there is no SnapStart nothing is done, or loaded for it.
 */
public final class Priming {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  /** The platform itself keeps only weak references. */
  private static final Queue<Resource> KEPT = new ConcurrentLinkedQueue<>();

  private Priming() {}

  /**
   * Does the work before the snapshot. It must change nothing and keep no connection open; when it
   * fails, that is logged, and the snapshot is taken all the same.
   *
   * @param environment tells whether there is going to be a snapshot
   * @param what for the log
   */
  public static void beforeSnapshot(Environment environment, String what, Runnable work) {
    if (environment.text("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")) {
      Resource step = new Step(what, work);
      KEPT.add(step);
      Core.getGlobalContext().register(step);
    }
  }

  record Step(String what, Runnable work) implements Resource {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.warn("priming of {} failed; the first answer will be slower", what, e);
      }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      // Connections are made when they are needed, and ids come from the system's randomness.
    }
  }
}
