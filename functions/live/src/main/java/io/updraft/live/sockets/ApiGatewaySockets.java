package io.updraft.live.sockets;

import io.updraft.lambda.Environment;
import io.updraft.live.domain.Sockets;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Connections of the WebSocket API of API Gateway, by its {@code @connections} address. */
public final class ApiGatewaySockets implements Sockets {
  private static final Logger LOG = LoggerFactory.getLogger(ApiGatewaySockets.class);

  private final ApiGatewayManagementApiClient client;

  ApiGatewaySockets(ApiGatewayManagementApiClient client) {
    this.client = client;
  }

  /**
   * At {@code LIVE_CONNECTIONS_URL}, or where {@code AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI}
   * points. Calls are bounded, since a batch waits for them: 1 s to connect, 2 s for the answer,
   * and no second attempt; what is not taken is held back and comes again.
   */
  public static Sockets from(Environment environment) {
    URI address =
        environment
            .findUri("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI")
            .orElseGet(() -> environment.uri("LIVE_CONNECTIONS_URL"));
    return new ApiGatewaySockets(
        ApiGatewayManagementApiClient.builder()
            .region(Region.of(environment.text("AWS_REGION")))
            .endpointOverride(address)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(Duration.ofSeconds(2)))
            .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
            .build());
  }

  @Override
  public Sent send(String connectionId, String message) {
    try {
      client.postToConnection(
          r -> r.connectionId(connectionId).data(SdkBytes.fromUtf8String(message)));
      return Sent.SENT;
    } catch (GoneException e) {
      return Sent.GONE;
    } catch (SdkException e) {
      LOG.warn("connection {} does not take a message: {}", connectionId, e.getMessage());
      return Sent.FAILED;
    }
  }

  @Override
  public void close(String connectionId) {
    try {
      client.deleteConnection(r -> r.connectionId(connectionId));
    } catch (GoneException e) {
      LOG.debug("connection {} is gone already", connectionId);
    } catch (SdkException e) {
      // Nothing is sent to it any more, and it ends by itself.
      LOG.warn("connection {} can't be closed: {}", connectionId, e.getMessage());
    }
  }
}
