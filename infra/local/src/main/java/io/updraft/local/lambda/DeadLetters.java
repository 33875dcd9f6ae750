package io.updraft.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps events that a function failed on for good: a file a function, a line of JSON an event. */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final Path folder;

  /** Letters in this folder, which must be there. */
  public DeadLetters(Path folder) {
    this.folder = folder;
  }

  /** Keeps the event durably. */
  public synchronized void keep(String function, byte[] event) {
    Path file = folder.resolve(function + ".jsonl");
    String line = new String(event, StandardCharsets.UTF_8).replace('\n', ' ') + "\n";
    try {
      Files.writeString(
          file,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.error("{} failed for good on an event, which is kept in {}", function, file);
  }
}
