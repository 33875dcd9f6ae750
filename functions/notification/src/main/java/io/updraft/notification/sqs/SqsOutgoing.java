package io.updraft.notification.sqs;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import io.updraft.notification.domain.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The queue of notifications on SQS, ten messages a call: it takes 1 MiB, and no event is near a
 * tenth of that.
 */
public final class SqsOutgoing implements Outgoing {
  private static final int MOST_ENTRIES = 10;

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final SqsClient client;
  private final String queueUrl;

  SqsOutgoing(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  /** Empty where {@code NOTIFICATION_QUEUE_URL} is not set. */
  public static Optional<Outgoing> from(Environment environment) {
    return environment
        .find("NOTIFICATION_QUEUE_URL")
        .<Outgoing>map(url -> new SqsOutgoing(client(environment), url));
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

  @Override
  public Set<Integer> put(List<String> events) {
    Set<Integer> refused = new HashSet<>();
    for (int from = 0; from < events.size(); from += MOST_ENTRIES) {
      int to = Math.min(events.size(), from + MOST_ENTRIES);
      refused.addAll(put(events, from, to));
    }
    return refused;
  }

  private List<Integer> put(List<String> events, int from, int to) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    IntStream.range(from, to).forEach(i -> entries.add(entry(i, events.get(i))));
    try {
      return client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed().stream()
          .map(failed -> Integer.valueOf(failed.id()))
          .toList();
    } catch (SdkException e) {
      throw new DependencyUnavailable("SQS", COME_BACK, e);
    }
  }

  private static SendMessageBatchRequestEntry entry(int position, String event) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(position))
        .messageBody(event)
        .build();
  }
}
