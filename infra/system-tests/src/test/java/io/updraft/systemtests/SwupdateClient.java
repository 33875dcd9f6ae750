package io.updraft.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.servers.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real SWUpdate of Debian, as one device: with a folder of its own in place of its disk. */
final class SwupdateClient implements AutoCloseable {
  private static final int SECONDS = 20;

  private final Path folder;
  private final String device;
  private final String key;
  private final Path certificate;
  private Process process;

  private SwupdateClient(
      Path folder, String device, String key, Path certificate, Process process) {
    this.folder = folder;
    this.device = device;
    this.key = key;
    this.certificate = certificate;
    this.process = process;
  }

  /** Whether SWUpdate, and what its images are built with, is installed. */
  static boolean isThere() {
    return isThere("swupdate") && isThere("cpio") && isThere("openssl");
  }

  private static boolean isThere(String tool) {
    return List.of("/usr/bin", "/usr/sbin", "/usr/local/bin").stream()
        .anyMatch(bin -> Files.isExecutable(Path.of(bin, tool)));
  }

  /**
   * Builds an image that puts the content in its place.
   *
   * @param checksum what the image says of it; empty for the truth
   */
  static Path image(Path folder, String version, Path place, byte[] content, String checksum)
      throws Exception {
    Path file = Files.write(folder.resolve("content-" + version), content);
    Path image = folder.resolve("demo-" + version + ".swu");
    ProcessBuilder build =
        new ProcessBuilder(
            ProjectFiles.root().resolve("docs/examples/swupdate/build").toString(),
            version,
            file.toString(),
            place.toString(),
            image.toString());
    build.environment().put("KEYS", keys(folder).toString());
    if (!checksum.isEmpty()) {
      build.environment().put("SHA256", checksum);
    }
    Process building = build.redirectErrorStream(true).start();
    assertThat(building.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(building.exitValue())
        .as(new String(building.getInputStream().readAllBytes(), UTF_8))
        .isZero();
    return image;
  }

  private static Path keys(Path folder) {
    return folder.resolve("keys");
  }

  /** Starts it; {@code more} are options of its part that speaks to servers. */
  static SwupdateClient start(
      Path folder, RuntimeProcess runtime, String device, String key, String... more)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(device));
    Path certificate = keys(folder).resolve("cert.pem");
    Process process = launch(own, runtime, device, key, certificate, more);
    return new SwupdateClient(own, device, key, certificate, process);
  }

  /** Starts it again, as after a reboot, and lets it tell how the update went. */
  void restartWith(RuntimeProcess runtime, String... more) throws IOException {
    close();
    process = launch(folder, runtime, device, key, certificate, more);
  }

  private static Process launch(
      Path own, RuntimeProcess runtime, String device, String key, Path certificate, String... more)
      throws IOException {
    List<String> server =
        new ArrayList<>(
            List.of("-t", "default-org", "-u", runtime.url().toString(), "-i", device, "-k", key));
    server.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(
            "swupdate",
            "-v",
            "-k",
            certificate.toString(),
            "-H",
            "demo:1.0",
            "-u",
            String.join(" ", server));
    // Its sockets are there: two of them on one machine need two.
    builder.environment().put("TMPDIR", own.toString());
    return builder
        .directory(own.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(own.resolve("swupdate.log").toFile()))
        .start();
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("swupdate.log"));
  }

  @Override
  public void close() {
    ProcessTree all = ProcessTree.of(process);
    process.destroy();
    try {
      boolean _ = process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException timeIsUp) {
      Thread.currentThread().interrupt();
    }
    all.kill();
  }
}
