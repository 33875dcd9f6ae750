package io.updraft.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process and all beneath it, also those that lead sessions of their own. */
record ProcessTree(List<ProcessHandle> processes) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** As it is now: those beneath a process that is gone can't be found any more. */
  static ProcessTree of(Process process) {
    return new ProcessTree(
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList());
  }

  /** {@code kill -9}; the first is the one that would start others again. */
  void kill() {
    processes.forEach(ProcessHandle::destroyForcibly);
  }

  /** Those that still run after some patience. */
  List<Long> leftBehind() throws Exception {
    return Eventually.read(PATIENCE, this::running, List::isEmpty);
  }

  private List<Long> running() {
    return processes.stream().filter(ProcessTree::isRunning).map(ProcessHandle::pid).toList();
  }

  /** An orphan whose end nobody asks for is a zombie, and does not run. */
  private static boolean isRunning(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return process.isAlive() && !status.substring(status.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException gone) {
      return false;
    }
  }
}
