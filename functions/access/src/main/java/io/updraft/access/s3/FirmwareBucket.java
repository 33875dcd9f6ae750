package io.updraft.access.s3;

import io.updraft.access.domain.Dependency;
import io.updraft.lambda.Environment;
import io.updraft.s3.StoreAccess;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket {@code FIRMWARE_BUCKET} as a dependency: it is there and may be asked. */
public final class FirmwareBucket implements Dependency {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final S3Client client;
  private final String bucket;

  FirmwareBucket(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  public static FirmwareBucket of(Environment environment) {
    StoreAccess access = StoreAccess.of(environment, "FIRMWARE_BUCKET");
    return new FirmwareBucket(access.client(ANSWER), access.bucket());
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public void reach() {
    client.headBucket(r -> r.bucket(bucket));
  }
}
