package io.updraft.dynamodb;

import io.updraft.lambda.Environment;
import io.updraft.lambda.Priming;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Makes the DynamoDB client of a function from its environment. */
public final class DynamoClients {
  private DynamoClients() {}

  /**
   * A client with bounded calls: 1 s to connect, 2 s for each answer, three attempts, with the
   * SDK's exponential backoff and jitter. The bounds are those of the socket: the SDK's own timers
   * cost two thread hand-overs a call. {@code AWS_ENDPOINT_URL_DYNAMODB} points it elsewhere, and
   * then the function's own {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY} sign.
   */
  public static DynamoDbClient create(Environment environment) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .region(Region.of(environment.text("AWS_REGION")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(Duration.ofSeconds(2)))
            .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
            .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD));
    String endpoint = environment.text("AWS_ENDPOINT_URL_DYNAMODB", "");
    if (endpoint.isEmpty()) {
      return builder.credentialsProvider(DefaultCredentialsProvider.builder().build()).build();
    }
    return builder
        .endpointOverride(URI.create(endpoint))
        .credentialsProvider(fixed(environment))
        .build();
  }

  /**
   * Like {@link #create(Environment)}; before a snapshot the client reads an item that is not
   * there, and keeps no connection.
   *
   * @param tableVariable names a table that the function may read
   */
  public static DynamoDbClient primed(Environment environment, String tableVariable) {
    DynamoDbClient client = create(environment);
    String table = environment.text(tableVariable);
    Priming.beforeSnapshot(environment, table, () -> prime(client, table));
    return client;
  }

  static void prime(DynamoDbClient client, String table) {
    client.getItem(
        get ->
            get.tableName(table)
                .key(new Key("priming", "priming").attributes())
                // A connection in a snapshot would be broken in all that are restored from it.
                .overrideConfiguration(call -> call.putHeader("Connection", "close")));
  }

  private static AwsCredentialsProvider fixed(Environment environment) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.text("AWS_ACCESS_KEY_ID"), environment.text("AWS_SECRET_ACCESS_KEY")));
  }
}
