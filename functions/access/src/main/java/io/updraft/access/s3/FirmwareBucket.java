package io.updraft.access.s3;

import io.updraft.access.domain.Dependency;
import io.updraft.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The bucket {@code FIRMWARE_BUCKET} as a dependency: it is there and may be asked. */
public final class FirmwareBucket implements Dependency {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final S3Client client;
  private final String bucket;

  FirmwareBucket(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** {@code AWS_ENDPOINT_URL_S3} points it elsewhere, and then the function's own keys sign. */
  public static FirmwareBucket of(Environment environment) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(environment.text("AWS_REGION")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            .overrideConfiguration(o -> o.apiCallTimeout(ANSWER));
    environment.findUri("AWS_ENDPOINT_URL_S3").ifPresent(e -> elsewhere(builder, e, environment));
    return new FirmwareBucket(builder.build(), environment.text("FIRMWARE_BUCKET"));
  }

  private static void elsewhere(S3ClientBuilder builder, URI endpoint, Environment environment) {
    builder
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    environment.text("AWS_ACCESS_KEY_ID"),
                    environment.text("AWS_SECRET_ACCESS_KEY"))));
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
