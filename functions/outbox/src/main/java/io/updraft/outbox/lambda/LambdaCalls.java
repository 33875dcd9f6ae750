package io.updraft.outbox.lambda;

import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Handling;
import io.updraft.lambda.consumed.HandlingJson;
import io.updraft.outbox.domain.FunctionCalls;
import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Invokes synchronously: the answer is what the function has committed. */
public final class LambdaCalls implements FunctionCalls {
  /** Longer than the functions may run, which is 30 s. */
  private static final Duration ANSWER = Duration.ofSeconds(35);

  private static final int LONGEST_REASON = 300;

  private final LambdaClient client;
  private final HandlingJson json = new HandlingJson();

  LambdaCalls(LambdaClient client) {
    this.client = client;
  }

  /**
   * With {@code AWS_REGION}; {@code AWS_ENDPOINT_URL_LAMBDA} points it elsewhere. Calls are not
   * repeated here: the message comes again, with backoff.
   */
  public static LambdaCalls from(Environment environment) {
    LambdaClientBuilder builder =
        LambdaClient.builder()
            .region(Region.of(environment.text("AWS_REGION")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(ANSWER))
            .overrideConfiguration(o -> o.retryStrategy(retries -> retries.maxAttempts(1)));
    environment.findUri("AWS_ENDPOINT_URL_LAMBDA").ifPresent(builder::endpointOverride);
    return new LambdaCalls(builder.build());
  }

  @Override
  public Answer call(String function, byte[] envelope) {
    try {
      SdkBytes payload = SdkBytes.fromByteArray(envelope);
      return answer(client.invoke(r -> r.functionName(function).payload(payload)));
    } catch (SdkException e) {
      return new Answer.Failed(String.valueOf(e.getMessage()));
    }
  }

  private Answer answer(InvokeResponse response) {
    SdkBytes payload = response.payload();
    if (payload == null) {
      return new Answer.Failed("no answer");
    }
    return response.functionError() == null
        ? json.read(payload.asByteArrayUnsafe())
            .map(LambdaCalls::answer)
            .orElseGet(() -> new Answer.Failed("answered " + shortened(payload)))
        : new Answer.Failed(response.functionError() + " " + shortened(payload));
  }

  private static Answer answer(Handling handling) {
    return switch (handling) {
      case Handling.Done() -> new Answer.Done();
      case Handling.Again(String reason) -> new Answer.Again(reason);
      case Handling.Refused(String reason) -> new Answer.Refused(reason);
    };
  }

  private static String shortened(SdkBytes payload) {
    String text = payload.asUtf8String();
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }
}
