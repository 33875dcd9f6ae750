package io.updraft.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server in this process, on a folder of its own. */
final class ObjectServer implements AutoCloseable {
  private static final long LARGEST = 1L << 30;

  private final Path folder;
  private final FilesystemNio2BlobStore files;
  private final S3Proxy server;

  private ObjectServer(Path folder, FilesystemNio2BlobStore files, S3Proxy server) {
    this.folder = folder;
    this.files = files;
    this.server = server;
  }

  static ObjectServer start() {
    try {
      Path folder = Files.createTempDirectory("objects");
      var files = new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(files)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "local", "local")
              .v4MaxNonChunkedRequestSize(LARGEST)
              .ignoreUnknownHeaders(true)
              .build();
      server.start();
      return new ObjectServer(folder, files, server);
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not start", e);
    }
  }

  Endpoint endpoint() {
    return Endpoint.own("S3", URI.create("http://127.0.0.1:" + server.getPort()));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      server.stop();
      files.close();
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not stop", e);
    }
  }
}
