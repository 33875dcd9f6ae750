package io.updraft.s3;

import io.updraft.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Where the store is and who signs. {@code AWS_ENDPOINT_URL_S3} names a store that is not that of
 * AWS; clients use the same address, so presigned addresses are signed for it.
 */
public record StoreAccess(
    String bucket, Region region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
  // A copy of 500 MiB on the server side answers only at its end.
  private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(60);

  /**
   * Reads the settings of a function: {@code AWS_REGION} and, where the store is not that of AWS,
   * {@code AWS_ENDPOINT_URL_S3} with {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}.
   *
   * @param bucket which setting names the bucket
   */
  public static StoreAccess of(Environment environment, String bucket) {
    Optional<URI> endpoint = environment.findUri("AWS_ENDPOINT_URL_S3");
    return new StoreAccess(
        environment.text(bucket),
        Region.of(environment.text("AWS_REGION")),
        endpoint,
        endpoint.isPresent() ? fixed(environment) : DefaultCredentialsProvider.builder().build());
  }

  /** A client with bounded calls: at most a minute for an attempt, three attempts. */
  public S3Client client() {
    return builder(Duration.ofSeconds(2), SLOWEST_ANSWER)
        .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
        .build();
  }

  /** A client whose calls take no longer, all attempts included. */
  public S3Client client(Duration longest) {
    return builder(longest, longest).overrideConfiguration(o -> o.apiCallTimeout(longest)).build();
  }

  private S3ClientBuilder builder(Duration connect, Duration answer) {
    return S3Client.builder()
        .region(region)
        .credentialsProvider(credentials)
        .endpointOverride(endpoint.orElse(null))
        .serviceConfiguration(style())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(answer));
  }

  /** Signs addresses, without a call. */
  public S3Presigner presigner() {
    return S3Presigner.builder()
        .region(region)
        .credentialsProvider(credentials)
        .endpointOverride(endpoint.orElse(null))
        .serviceConfiguration(style())
        .build();
  }

  private S3Configuration style() {
    // Only AWS resolves a host name per bucket.
    return S3Configuration.builder().pathStyleAccessEnabled(endpoint.isPresent()).build();
  }

  private static AwsCredentialsProvider fixed(Environment environment) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.text("AWS_ACCESS_KEY_ID"), environment.text("AWS_SECRET_ACCESS_KEY")));
  }
}
