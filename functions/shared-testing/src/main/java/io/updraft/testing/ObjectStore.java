package io.updraft.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 server in this process, with one bucket. */
public final class ObjectStore implements AutoCloseable {
  public static final String BUCKET = "objects";
  private static final long LARGEST = 1L << 30;

  private final Path folder;
  private final FilesystemNio2BlobStore files;
  private final S3Proxy server;
  private final S3Client client;

  private ObjectStore(Path folder, FilesystemNio2BlobStore files, S3Proxy server) {
    this.folder = folder;
    this.files = files;
    this.server = server;
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  public static ObjectStore start() {
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
      files.createContainer(BUCKET);
      return new ObjectStore(folder, files, server);
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not start", e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /**
   * The variables by which a function finds this store.
   *
   * @param bucket the one that names the bucket
   */
  public Map<String, String> environment(String bucket) {
    return Map.of(
        "AWS_REGION",
        "eu-central-1",
        "AWS_ENDPOINT_URL_S3",
        endpoint().toString(),
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local",
        bucket,
        BUCKET);
  }

  public void put(String key, byte[] bytes) {
    client.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  public byte[] get(String key) {
    return client.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray();
  }

  public Map<String, String> metadata(String key) {
    return client.headObject(r -> r.bucket(BUCKET).key(key)).metadata();
  }

  /** The keys of all objects. */
  public List<String> keys() {
    return client.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** How many multipart uploads are open. */
  public int openUploads() {
    return client.listMultipartUploads(r -> r.bucket(BUCKET)).uploads().size();
  }

  public S3Client client() {
    return client;
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
