package io.updraft.sqs;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue on SQS, to put messages on. */
public final class SqsQueue {
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final SqsClient client;
  private final String url;

  public SqsQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /** The queue whose address a variable names; empty where it is not set. */
  public static Optional<SqsQueue> find(Environment environment, String variable) {
    return environment.find(variable).map(url -> new SqsQueue(client(environment), url));
  }

  /** The queue whose address a variable names, which must be set. */
  public static SqsQueue named(Environment environment, String variable) {
    return new SqsQueue(client(environment), environment.text(variable));
  }

  private static SqsClient client(Environment environment) {
    SqsClientBuilder builder =
        SqsClient.builder()
            .region(Region.of(environment.text("AWS_REGION")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(Duration.ofSeconds(3)));
    environment.findUri("AWS_ENDPOINT_URL_SQS").ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /**
   * Puts messages on the queue; returns the positions of those refused.
   *
   * @throws DependencyUnavailable where the queue is away; some may be on it nevertheless
   */
  public Set<Integer> put(List<QueueMessage> messages) {
    Set<Integer> refused = new HashSet<>();
    Calls.of(messages).forEach(call -> refused.addAll(put(messages, call)));
    return refused;
  }

  /**
   * Puts all messages on the queue, in order.
   *
   * @throws DependencyUnavailable where not all are; then nothing after the call that failed is
   */
  public void putAll(List<QueueMessage> messages) {
    for (List<Integer> call : Calls.of(messages)) {
      if (!put(messages, call).isEmpty()) {
        throw away(null);
      }
    }
  }

  private List<Integer> put(List<QueueMessage> messages, List<Integer> positions) {
    List<SendMessageBatchRequestEntry> entries =
        positions.stream().map(position -> entry(position, messages.get(position))).toList();
    try {
      return client.sendMessageBatch(r -> r.queueUrl(url).entries(entries)).failed().stream()
          .map(failed -> Integer.valueOf(failed.id()))
          .toList();
    } catch (SdkException e) {
      throw away(e);
    }
  }

  private static SendMessageBatchRequestEntry entry(int position, QueueMessage message) {
    SendMessageBatchRequestEntry.Builder entry =
        SendMessageBatchRequestEntry.builder()
            .id(Integer.toString(position))
            .messageBody(message.body());
    if (!message.delay().isZero()) {
      entry.delaySeconds(Math.toIntExact(message.delay().toSeconds()));
    }
    QueueMessage.Place place = message.place();
    if (place != null) {
      entry.messageGroupId(place.group()).messageDeduplicationId(place.deduplicationId());
    }
    return entry.build();
  }

  private static DependencyUnavailable away(@Nullable SdkException cause) {
    return new DependencyUnavailable("SQS", COME_BACK, cause);
  }
}
