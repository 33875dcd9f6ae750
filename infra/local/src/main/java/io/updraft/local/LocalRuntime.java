package io.updraft.local;

import io.updraft.servers.ProjectFiles;
import io.updraft.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the application on this machine until it is told to stop. */
public final class LocalRuntime {
  private static final int WRONG_USAGE = 2;

  private LocalRuntime() {}

  /** Exits with 0 when stopped by a signal, 1 when it can't run, 2 for wrong arguments. */
  public static void main(String[] arguments) {
    if (Options.wantsHelp(arguments)) {
      System.out.println(Options.USAGE);
      return;
    }
    Path project = ProjectFiles.root();
    Path defaultData = project.resolve("data");
    Options options;
    try {
      options = Options.parse(arguments, defaultData);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(WRONG_USAGE);
      return;
    }
    Greeting greeting = new Greeting(options, defaultData);
    System.exit(run(options, greeting, project.resolve(Template.FILE_NAME)));
  }

  private static int run(Options options, Greeting greeting, Path template) {
    CountDownLatch ended = new CountDownLatch(1);
    try (Parts parts = Parts.start(options, template)) {
      stopOnSignal(parts, ended);
      Health.await(options.localUrl());
      System.out.print(greeting.text());
      System.out.flush();
      // Nothing but a signal ends it from here on.
      ended.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (IOException | RuntimeException e) {
      System.err.println("Updraft can't start: " + e.getMessage());
      return 1;
    } finally {
      ended.countDown();
    }
  }

  /**
   * On SIGTERM and SIGINT everything stops and the process ends with 0, which only the hook itself
   * can bring about: the status of the signal is fixed otherwise.
   */
  private static void stopOnSignal(Parts parts, CountDownLatch ended) {
    Runnable stop =
        () -> {
          if (ended.getCount() > 0) {
            parts.close();
            Runtime.getRuntime().halt(0);
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
  }
}
