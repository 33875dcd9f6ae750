package io.updraft.coldstart;

import io.updraft.servers.ProjectFiles;
import io.updraft.template.Function;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The packages that the template names, unpacked as Lambda does it; each once. */
final class Packages {
  private static final String LIBRARIES = "lib";

  /** What a function needs that calls DynamoDB and does nothing else. */
  private static final List<String> NEEDED_BY_BASELINES =
      List.of("jackson-", "reactive-streams", "slf4j-api", "aws-lambda-java-core", "eventstream");

  private final Path folder;
  private final Map<String, Path> unpacked = new HashMap<>();

  Packages(Path folder) {
    this.folder = folder;
  }

  /** The file that Lambda gets for this function. */
  static Path file(Function function) {
    return ProjectFiles.root().resolve(function.codeUri());
  }

  /** The folder that is the function's working directory. */
  Path of(Function function) {
    return unpacked.computeIfAbsent(function.codeUri(), uri -> unpack(file(function)));
  }

  /**
   * A package with the classes of the baselines, and the SDK and JSON of another package.
   *
   * @param other where the libraries come from, so that they are the very same
   */
  Path baselines(Function other) {
    Path libraries = of(other);
    return unpacked.computeIfAbsent("baselines", name -> copy(libraries, folder.resolve(name)));
  }

  private Path unpack(Path zip) {
    Path target = folder.resolve(zip.getFileName().toString());
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("can't unpack %s; is it built?".formatted(zip), e);
    }
  }

  private static Path copy(Path other, Path target) {
    String classes = Packages.class.getPackageName().replace('.', '/') + "/baseline";
    Path own = ProjectFiles.root().resolve("infra/coldstart/target/classes").resolve(classes);
    try {
      copyFiles(own, target.resolve(classes), name -> true);
      String sdk = versionOfSdk(other.resolve(LIBRARIES));
      copyFiles(
          other.resolve(LIBRARIES),
          target.resolve(LIBRARIES),
          name -> name.endsWith(sdk) || NEEDED_BY_BASELINES.stream().anyMatch(name::startsWith));
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of the names of the SDK's jars. */
  private static String versionOfSdk(Path libraries) throws IOException {
    try (Stream<Path> files = Files.list(libraries)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("sdk-core-"))
          .map(name -> name.substring("sdk-core".length()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no SDK in " + libraries));
    }
  }

  private static void copyFiles(Path from, Path to, java.util.function.Predicate<String> wanted)
      throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> wanted.test(f.getFileName().toString())).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
