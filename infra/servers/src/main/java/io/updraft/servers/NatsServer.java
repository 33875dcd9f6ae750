package io.updraft.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts {@code nats-server} with JetStream. */
public final class NatsServer {
  private static final String NAME = "nats-server";

  private NatsServer() {}

  /**
   * A server that keeps its streams in {@code store}.
   *
   * @throws IllegalStateException where it is not installed
   */
  public static Server start(Path store, int port, Path log) {
    String program =
        program()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        NAME
                            + " is missing. Install it (apt-get install nats-server), or set"
                            + " NATS_SERVER to its path."));
    return Server.start(
        List.of(
            program, "-js", "-sd", store.toString(), "-a", "127.0.0.1", "-p", String.valueOf(port)),
        port,
        log);
  }

  /** The path in {@code NATS_SERVER}, or else where the system has it, if it does. */
  private static Optional<String> program() {
    String own = System.getenv("NATS_SERVER");
    if (own != null && !own.isBlank()) {
      return Optional.of(own);
    }
    // Debian puts it into a folder that is in the PATH of root only.
    return Stream.concat(
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1)),
            Stream.of("/usr/sbin", "/usr/local/bin"))
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
