package io.updraft.local.sample;

import io.updraft.lambda.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file in which functions write what they were given, line by line. */
public final class Journal {
  private final Path file;

  private Journal(Path file) {
    this.file = file;
  }

  /** The file of the test that runs, with this name in its folder. */
  public static Journal named(String name) {
    String folder = System.getProperty("updraft.test.journal");
    return new Journal(
        Path.of(folder, Environment.current().text("AWS_LAMBDA_FUNCTION_NAME") + name));
  }

  /** Adds a line. */
  public synchronized void write(String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a file, none if it is not there. */
  public static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
