package io.updraft.outbox.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.outbox.domain.FunctionCalls.Answer;
import io.updraft.testing.FakeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

class LambdaCallsTest {
  private final FakeService lambda = new FakeService();
  private final LambdaCalls calls =
      new LambdaCalls(
          LambdaClient.builder()
              .region(Region.EU_WEST_1)
              .endpointOverride(lambda.address())
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("k", "s")))
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
              .build());

  @AfterEach
  void stop() {
    lambda.close();
  }

  private Answer call() {
    return calls.call("DeviceDeletions", "{\"id\":1}".getBytes(UTF_8));
  }

  @Test
  void handsTheEnvelopeOver() {
    lambda.answers(200, "{\"outcome\":\"done\"}");

    assertThat(call()).isEqualTo(new Answer.Done());
    assertThat(lambda.calls().getFirst().path())
        .isEqualTo("/2015-03-31/functions/DeviceDeletions/invocations");
    assertThat(lambda.calls().getFirst().body()).isEqualTo("{\"id\":1}");
  }

  @Test
  void tellsWhatTheFunctionAnswers() {
    lambda.answers(200, "{\"outcome\":\"again\",\"reason\":\"more\"}");
    assertThat(call()).isEqualTo(new Answer.Again("more"));

    lambda.answers(200, "{\"outcome\":\"refused\",\"reason\":\"never\"}");
    assertThat(call()).isEqualTo(new Answer.Refused("never"));
  }

  @Test
  void otherAnswersAreFailures() {
    lambda.answers(200, "null");
    assertThat(call()).isEqualTo(new Answer.Failed("answered null"));

    lambda.answers(429, "{}");
    assertThat(call()).isInstanceOf(Answer.Failed.class);
    assertThat(lambda.calls()).hasSize(2);
  }

  @Test
  void silenceIsAFailure() {
    lambda.close();

    assertThat(call()).isInstanceOf(Answer.Failed.class);
  }
}
