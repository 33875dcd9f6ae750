package io.updraft.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts dynoxide, a server with the API of DynamoDB. */
public final class Dynoxide {
  private static final Map<String, String> PLATFORMS =
      Map.of("linux", "linux", "mac os x", "darwin", "windows", "win32");
  private static final Map<String, String> PROCESSORS =
      Map.of("amd64", "x64", "x86_64", "x64", "aarch64", "arm64");

  private Dynoxide() {}

  /** A server that keeps everything in memory. */
  public static Server inMemory(Path log) {
    return start(Ports.free(), List.of(), log);
  }

  /** A server on a database file, which is made if it is not there. */
  public static Server onFile(Path database, int port, Path log) {
    return start(port, List.of("--db-path", database.toString()), log);
  }

  private static Server start(int port, List<String> options, Path log) {
    List<String> command =
        new ArrayList<>(
            List.of(program().toString(), "--host", "127.0.0.1", "--port", String.valueOf(port)));
    command.addAll(options);
    return Server.start(command, port, log);
  }

  private static Path program() {
    String own = System.getenv("DYNOXIDE");
    Path program = own == null ? packaged() : Path.of(own);
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(
          "There is no %s. Run scripts/install-npm infra/servers, or set DYNOXIDE to its path."
              .formatted(program));
    }
    return program;
  }

  private static Path packaged() {
    String name =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceAll("windows.*", "windows");
    String processor = System.getProperty("os.arch");
    String platform =
        PLATFORMS.getOrDefault(name, name) + "-" + PROCESSORS.getOrDefault(processor, processor);
    return ProjectFiles.root()
        .resolve("infra/servers/node_modules/@dynoxide/" + platform + "/dynoxide");
  }
}
