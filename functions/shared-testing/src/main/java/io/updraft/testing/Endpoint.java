package io.updraft.testing;

import io.updraft.servers.DynamoDbAccess;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * Where a service of AWS is for tests, and who asks it.
 *
 * @param service as in the names of variables: {@code DYNAMODB}, {@code S3}, {@code SQS}
 * @param shared whether others use it too, or it outlives the tests: then what a test makes there
 *     has a name that nobody else has, and goes in the end
 */
public record Endpoint(
    String service,
    URI address,
    String region,
    String accessKey,
    String secretAccessKey,
    boolean shared) {
  private static final String ALL = "AWS_ENDPOINT_URL";

  /** A server that this process has started for itself. */
  static Endpoint own(String service, URI address) {
    return new Endpoint(service, address, "us-east-1", "local", "local", false);
  }

  /**
   * The one that the environment gives: {@code AWS_ENDPOINT_URL_<service>}, or else {@code
   * AWS_ENDPOINT_URL}; with the profile {@code localstack}, where the database is not given,
   * LocalStack. Empty where the tests are to start their own server.
   */
  public static Optional<Endpoint> given(String service) {
    return IntegrationTests.wanted() && !isNamed()
        ? Optional.of(LocalStack.endpoint(service))
        : named(service, System.getenv());
  }

  /** Whether the environment says where the database is. */
  static boolean isNamed() {
    return named("DYNAMODB", System.getenv()).isPresent();
  }

  static Optional<Endpoint> named(String service, Map<String, String> variables) {
    String address =
        variables.getOrDefault(ALL + "_" + service, variables.getOrDefault(ALL, "")).strip();
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Endpoint(
                service,
                URI.create(address),
                variables.getOrDefault("AWS_REGION", "us-east-1"),
                variables.getOrDefault("AWS_ACCESS_KEY_ID", "local"),
                variables.getOrDefault("AWS_SECRET_ACCESS_KEY", "local"),
                true));
  }

  /** The variables by which a function finds it. */
  public Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_REGION", region);
    variables.put(ALL + "_" + service, address.toString());
    variables.put("AWS_ACCESS_KEY_ID", accessKey);
    variables.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
    return variables;
  }

  /** Points a client there. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B point(B builder) {
    return DynamoDbAccess.to(address, Region.of(region), credentials(), builder);
  }

  private AwsBasicCredentials credentials() {
    return AwsBasicCredentials.create(accessKey, secretAccessKey);
  }
}
