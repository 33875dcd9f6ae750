package io.updraft.systemtests;

import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the runtime is started: as {@code scripts/run} does, once it has been built. */
final class RuntimeCommand {
  private static final Path PROJECT = ProjectFiles.root();
  private static final Path BUILT = PROJECT.resolve("infra/local/target");

  private RuntimeCommand() {}

  static List<String> of(Path data, int port) throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:SharedArchiveFile=" + Path.of("target/classes.jsa").toAbsolutePath(),
        "-XX:+AutoCreateSharedArchive",
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off",
        "--enable-native-access=ALL-UNNAMED",
        "-Dupdraft.home=" + PROJECT,
        "-Dslf4j.provider=org.apache.logging.slf4j.SLF4JServiceProvider",
        "-Dslf4j.internal.verbosity=WARN",
        "-Dlog4j2.configurationFile=log4j2-local.xml",
        "-cp",
        classPath(),
        "io.updraft.local.LocalRuntime",
        "--data",
        data.toString(),
        "--port",
        String.valueOf(port));
  }

  private static String classPath() throws IOException {
    String path =
        Stream.concat(
                jars(BUILT).filter(jar -> jar.getFileName().toString().startsWith("infra-local-")),
                jars(BUILT.resolve("lib")))
            .map(Path::toString)
            .collect(Collectors.joining(":"));
    if (!path.contains("infra-local-")) {
      throw new IllegalStateException("infra/local is not packaged: run mvn verify, not test");
    }
    return path;
  }

  private static Stream<Path> jars(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    }
  }
}
