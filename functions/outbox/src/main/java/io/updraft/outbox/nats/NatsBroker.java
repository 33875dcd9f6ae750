package io.updraft.outbox.nats;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.updraft.events.Streams;
import io.updraft.outbox.domain.Broker;
import io.updraft.outbox.domain.Delivery;
import io.updraft.outbox.domain.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Publishes to JetStream, which drops what it has seen by the header {@code Nats-Msg-Id}. */
public final class NatsBroker implements Broker {
  private static final String TRACEPARENT = "traceparent";

  private final NatsSettings settings;
  private final NatsConnection connection;

  /** Connects to nothing yet. */
  public NatsBroker(NatsSettings settings) {
    this.settings = settings;
    this.connection = new NatsConnection(settings);
  }

  @Override
  public synchronized List<Delivery> deliver(List<Message> messages) {
    try {
      List<Delivery> deliveries = messages.isEmpty() ? List.of() : offerAll(messages);
      if (deliveries.stream().anyMatch(Delivery.Unanswered.class::isInstance)) {
        connection.discard();
      }
      return deliveries;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nobodyAnswers(messages, e);
    }
  }

  private List<Delivery> offerAll(List<Message> messages) throws InterruptedException {
    try {
      Connection open = connection.open();
      JetStream stream = open.jetStream();
      var offers = messages.stream().map(m -> offer(open, stream, m)).toList();
      return await(offers);
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      connection.discard();
      return nobodyAnswers(messages, e);
    }
  }

  private CompletableFuture<PublishAck> offer(Connection open, JetStream stream, Message message) {
    try {
      Headers headers = headers(message);
      byte[] json = message.json().getBytes(StandardCharsets.UTF_8);
      requireAcceptable(message.subject(), json.length + headers.serializedLength(), open);
      return stream.publishAsync(message.subject(), headers, json);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * The server would answer a message over its limit by closing the connection, and one that no
   * stream takes like one to a broker without JetStream; neither must look like an outage.
   */
  private void requireAcceptable(String subject, long size, Connection open) {
    if (size > open.getMaxPayload()) {
      throw new IllegalArgumentException(
          "%d bytes; the broker takes %d".formatted(size, open.getMaxPayload()));
    }
    if (!settings.take(subject)) {
      throw new IllegalArgumentException("no stream takes " + subject);
    }
  }

  private static Headers headers(Message message) {
    Headers headers = new Headers().put(Streams.MESSAGE_ID_HEADER, message.id());
    return message.traceparent() == null
        ? headers
        : headers.put(TRACEPARENT, message.traceparent());
  }

  private List<Delivery> await(List<CompletableFuture<PublishAck>> offers)
      throws InterruptedException {
    long end = System.nanoTime() + settings.acknowledgeTimeout().toNanos();
    List<Delivery> deliveries = new ArrayList<>(offers.size());
    for (CompletableFuture<PublishAck> offer : offers) {
      deliveries.add(await(offer, end - System.nanoTime()));
    }
    return deliveries;
  }

  private static Delivery await(CompletableFuture<PublishAck> offer, long nanos)
      throws InterruptedException {
    try {
      offer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return new Delivery.Acknowledged();
    } catch (ExecutionException e) {
      return Failures.deliveryOf(e);
    } catch (TimeoutException e) {
      return new Delivery.Unanswered("no acknowledgement in time");
    } catch (CancellationException e) {
      return new Delivery.Unanswered("the connection was lost");
    }
  }

  private static List<Delivery> nobodyAnswers(List<Message> messages, Exception cause) {
    Delivery unanswered = new Delivery.Unanswered(Failures.reason(cause));
    return messages.stream().map(m -> unanswered).toList();
  }
}
