package io.updraft.fleet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A running {@link BareServer}, on the same Java and with the same memory as the runtime. */
final class BareProcess implements AutoCloseable {
  private final Process process;
  private final URI url;

  private BareProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static BareProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    String port = output.readLine();
    if (port == null) {
      throw new IOException("the bare server did not start");
    }
    return new BareProcess(process, URI.create("http://127.0.0.1:" + port));
  }

  URI url() {
    return url;
  }

  ProcessCosts costs() {
    return new ProcessCosts(List.of(process.pid()));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
