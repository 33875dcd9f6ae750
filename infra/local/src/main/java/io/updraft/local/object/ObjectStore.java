package io.updraft.local.object;

import io.updraft.template.Bucket;
import io.updraft.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server in this process, which keeps objects as files. */
public final class ObjectStore implements AutoCloseable {
  private static final long OBJECT_LIMIT = 5L * 1024 * 1024 * 1024;
  private static final int THREADS = 50;

  private final BlobStore store;
  private final ObjectListeners listeners;
  private final S3Proxy server;

  private ObjectStore(BlobStore store, ObjectListeners listeners, S3Proxy server) {
    this.store = store;
    this.listeners = listeners;
    this.server = server;
  }

  /** Who may use the server. */
  public record Credentials(String accessKeyId, String secretAccessKey) {}

  /**
   * Starts the server.
   *
   * @param folder where the objects are kept
   */
  public static ObjectStore start(Path folder, String host, int port, Credentials credentials) {
    try {
      Files.createDirectories(folder);
      // The backend takes no relative path.
      BlobStore files = new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
      ObjectListeners listeners = new ObjectListeners();
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(new AnnouncingBlobStore(files, listeners))
              .endpoint(URI.create("http://" + host + ":" + port))
              .awsAuthentication(
                  AuthenticationType.AWS_V2_OR_V4,
                  credentials.accessKeyId(),
                  credentials.secretAccessKey())
              .maxSinglePartObjectSize(OBJECT_LIMIT)
              .v4MaxNonChunkedRequestSize(OBJECT_LIMIT)
              .ignoreUnknownHeaders(true)
              .jettyMaxThreads(THREADS)
              .build();
      server.start();
      return new ObjectStore(files, listeners, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not start on port " + port, e);
    }
  }

  /** Makes the buckets that are missing. */
  public void createBuckets(Template template) {
    for (Bucket bucket : template.buckets().values()) {
      if (!store.containerExists(bucket.name())) {
        store.createContainer(bucket.name());
      }
    }
  }

  public int port() {
    return server.getPort();
  }

  BlobStore store() {
    return store;
  }

  ObjectListeners listeners() {
    return listeners;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not stop", e);
    } finally {
      store.close();
    }
  }
}
