package io.updraft.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import io.updraft.testing.IntegrationTests;
import io.updraft.testing.ObjectStore;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@Tag(IntegrationTests.TAG)
class S3CallsTest {
  private static S3Exception refusal(int status) {
    return (S3Exception) S3Exception.builder().statusCode(status).message("no").build();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 412})
  void findsNothingWhereTheObjectOrItsVersionIsMissing(int status) {
    assertThat(
            S3Calls.unlessMissing(
                () -> {
                  throw refusal(status);
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void takesTheStoreForUnavailable(int status) {
    assertThatThrownBy(
            () ->
                S3Calls.reached(
                    () -> {
                      throw refusal(status);
                    }))
        .isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void takesAWrongRequestForADefect() {
    assertThatThrownBy(
            () ->
                S3Calls.unlessMissing(
                    () -> {
                      throw refusal(403);
                    }))
        .isInstanceOf(S3Exception.class);
  }

  @Test
  void reachesAStoreOfAnotherThanAws() {
    try (ObjectStore store = ObjectStore.start()) {
      S3Client client = access(store.environment("BUCKET")).client();
      client.putObject(r -> r.bucket(store.bucket()).key("a"), RequestBody.fromString("bytes"));

      assertThat(store.get("a")).asString().isEqualTo("bytes");
    }
  }

  @Test
  void tellsThatAStoreIsAway() {
    S3Client client =
        access(
                Map.of(
                    "BUCKET", "acme-exports",
                    "AWS_REGION", "eu-central-1",
                    "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local"))
            .client();

    assertThatThrownBy(
            () -> S3Calls.reached(() -> client.headBucket(r -> r.bucket("acme-exports"))))
        .isInstanceOf(DependencyUnavailable.class);
  }

  @Test
  void knowsTheEndpointOfAws() {
    StoreAccess access = access(Map.of("AWS_REGION", "eu-central-1", "BUCKET", "acme-exports"));

    assertThat(access.endpoint()).isEmpty();
    assertThat(access.bucket()).isEqualTo("acme-exports");
    assertThat(access.region().id()).isEqualTo("eu-central-1");
  }

  private static StoreAccess access(Map<String, String> environment) {
    return StoreAccess.of(Environment.of(environment), "BUCKET");
  }
}
