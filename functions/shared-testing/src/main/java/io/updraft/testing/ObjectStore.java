package io.updraft.testing;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket that nobody else has, on an S3 server in this process, or where {@link Endpoint#given}
 * says.
 */
public final class ObjectStore implements AutoCloseable {
  private final String bucket = Runs.name();
  private final Optional<ObjectServer> server;
  private final Endpoint endpoint;
  private final S3Client client;

  private ObjectStore(Optional<ObjectServer> server, Endpoint endpoint) {
    this.server = server;
    this.endpoint = endpoint;
    this.client = endpoint.point(S3Client.builder().forcePathStyle(true)).build();
    client.createBucket(b -> b.bucket(bucket));
  }

  public static ObjectStore start() {
    return Endpoint.given("S3")
        .map(endpoint -> new ObjectStore(Optional.empty(), endpoint))
        .orElseGet(ObjectStore::onItsOwn);
  }

  private static ObjectStore onItsOwn() {
    ObjectServer server = ObjectServer.start();
    return new ObjectStore(Optional.of(server), server.endpoint());
  }

  public URI endpoint() {
    return endpoint.address();
  }

  public String bucket() {
    return bucket;
  }

  /**
   * The variables by which a function finds this store.
   *
   * @param variable the one that names the bucket
   */
  public Map<String, String> environment(String variable) {
    Map<String, String> variables = new HashMap<>(endpoint.environment());
    variables.put(variable, bucket);
    return variables;
  }

  public void put(String key, byte[] bytes) {
    client.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
  }

  public byte[] get(String key) {
    return client.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray();
  }

  public Map<String, String> metadata(String key) {
    return client.headObject(r -> r.bucket(bucket).key(key)).metadata();
  }

  /** The keys of all objects. */
  public List<String> keys() {
    return client.listObjectsV2(r -> r.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** How many multipart uploads are open. */
  public int openUploads() {
    return uploads().size();
  }

  private List<MultipartUpload> uploads() {
    return client.listMultipartUploads(r -> r.bucket(bucket)).uploads();
  }

  public S3Client client() {
    return client;
  }

  @Override
  public void close() {
    if (server.isEmpty()) {
      removeBucket();
    }
    client.close();
    server.ifPresent(ObjectServer::close);
  }

  private void removeBucket() {
    uploads()
        .forEach(
            u ->
                client.abortMultipartUpload(
                    r -> r.bucket(bucket).key(u.key()).uploadId(u.uploadId())));
    client.listObjectsV2Paginator(r -> r.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .forEach(key -> client.deleteObject(r -> r.bucket(bucket).key(key)));
    client.deleteBucket(r -> r.bucket(bucket));
  }
}
