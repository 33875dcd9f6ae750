package io.updraft.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.updraft.servers.ProjectFiles;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Queue;
import io.updraft.template.Template;
import io.updraft.testing.Endpoint;
import io.updraft.testing.IntegrationTests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of the template where there is a server for them; nothing here starts one. */
@Tag(IntegrationTests.TAG)
class QueuesOfTheTemplateTest {
  private static final int MOST = 10;

  private final Template template =
      Template.read(
          ProjectFiles.root().resolve(Template.FILE_NAME), Map.of(), PhysicalNames.logicalIds());
  private final List<String> made = new ArrayList<>();
  private SqsClient client;

  @BeforeEach
  void connect() {
    Optional<Endpoint> endpoint = Endpoint.given("SQS");
    assumeTrue(endpoint.isPresent(), "no endpoint of SQS is given");
    client = endpoint.orElseThrow().point(SqsClient.builder()).build();
  }

  @AfterEach
  void remove() {
    made.forEach(url -> client.deleteQueue(d -> d.queueUrl(url)));
  }

  private String make(String id) {
    Queue queue = template.queue(id);
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    String name = "updraft-test-" + UUID.randomUUID() + (queue.fifo() ? ".fifo" : "");
    made.add(client.createQueue(c -> c.queueName(name).attributes(attributes)).queueUrl());
    return made.getLast();
  }

  /** Bodies in the order in which they are given out, until nothing more is there. */
  private List<String> received(String url) {
    return Stream.generate(() -> receive(url))
        .takeWhile(messages -> !messages.isEmpty())
        .flatMap(List::stream)
        .map(Message::body)
        .toList();
  }

  private List<Message> receive(String url) {
    List<Message> messages =
        client
            .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(MOST).waitTimeSeconds(1))
            .messages();
    messages.forEach(
        m -> client.deleteMessage(d -> d.queueUrl(url).receiptHandle(m.receiptHandle())));
    return messages;
  }

  @Test
  void announcementsKeepTheirOrderAndRepeatsAreTakenOnce() {
    String url = make("ReceivedQueue");
    List<QueueMessage> messages =
        Stream.of("1", "2", "3", "2").map(n -> QueueMessage.inOrder(n, "acme#dev-1", n)).toList();

    new SqsQueue(client, url).putAll(messages);

    assertThat(received(url)).containsExactly("1", "2", "3");
  }

  @Test
  void liveNewsAreTakenInTens() {
    String url = make("LiveQueue");
    List<QueueMessage> messages =
        Stream.iterate(1, n -> n + 1).limit(25).map(n -> QueueMessage.of("news " + n)).toList();

    assertThat(new SqsQueue(client, url).put(messages)).as("refused").isEmpty();

    assertThat(received(url))
        .containsExactlyInAnyOrderElementsOf(messages.stream().map(QueueMessage::body).toList());
  }
}
