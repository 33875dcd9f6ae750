package io.updraft.access;

import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a script of the project and waits for its end. */
final class Script {
  private static final int PATIENCE_SECONDS = 30;

  private Script() {}

  /** How it ended. */
  record Ended(int status, String out, String err) {}

  static Ended run(String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addFirst(ProjectFiles.root().resolve("scripts").resolve(name).toString());
    try {
      Path out = Files.createTempFile("script", ".out");
      Path err = Files.createTempFile("script", ".err");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end");
      }
      return new Ended(process.exitValue(), taken(out), taken(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String taken(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    Files.delete(file);
    return text;
  }
}
