package io.updraft.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointTest {
  private static final URI EVERYTHING = URI.create("http://127.0.0.1:4566");

  @Test
  void oneAddressIsForEveryService() {
    Map<String, String> variables = Map.of("AWS_ENDPOINT_URL", EVERYTHING.toString());

    assertThat(Endpoint.named("DYNAMODB", variables))
        .contains(new Endpoint("DYNAMODB", EVERYTHING, "us-east-1", "local", "local", true));
    assertThat(Endpoint.named("S3", variables))
        .hasValueSatisfying(e -> assertThat(e.address()).isEqualTo(EVERYTHING));
  }

  @Test
  void theAddressOfAServiceGoesFirst() {
    Map<String, String> variables =
        Map.of(
            "AWS_ENDPOINT_URL", EVERYTHING.toString(), "AWS_ENDPOINT_URL_S3", "http://store:9000");

    assertThat(Endpoint.named("S3", variables))
        .hasValueSatisfying(e -> assertThat(e.address()).hasHost("store"));
  }

  @Test
  void isNotGivenWhereOnlyAnotherServiceIs() {
    Map<String, String> variables = Map.of("AWS_ENDPOINT_URL_S3", "http://store:9000");

    assertThat(Endpoint.named("DYNAMODB", variables)).isEmpty();
    assertThat(Endpoint.named("DYNAMODB", Map.of("AWS_ENDPOINT_URL", " "))).isEmpty();
  }

  @Test
  void functionsFindItByVariables() {
    Map<String, String> variables =
        Map.of(
            "AWS_ENDPOINT_URL", EVERYTHING.toString(),
            "AWS_REGION", "eu-west-1",
            "AWS_ACCESS_KEY_ID", "me",
            "AWS_SECRET_ACCESS_KEY", "hush");

    assertThat(Endpoint.named("SQS", variables).orElseThrow().environment())
        .containsOnly(
            entry("AWS_ENDPOINT_URL_SQS", EVERYTHING.toString()),
            entry("AWS_REGION", "eu-west-1"),
            entry("AWS_ACCESS_KEY_ID", "me"),
            entry("AWS_SECRET_ACCESS_KEY", "hush"));
  }
}
