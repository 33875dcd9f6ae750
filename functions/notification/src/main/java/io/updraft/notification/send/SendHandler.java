package io.updraft.notification.send;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.updraft.alert.published.AlertChannels;
import io.updraft.alert.published.PublishedAlerts;
import io.updraft.campaign.published.CampaignNotifications;
import io.updraft.campaign.published.PublishedCampaigns;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.DynamoClients;
import io.updraft.events.json.EventJson;
import io.updraft.events.json.ReadResult;
import io.updraft.lambda.Environment;
import io.updraft.notification.domain.NotificationClient;
import io.updraft.notification.domain.Sent;
import io.updraft.notification.http.HttpNotifications;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On the queue of notifications. A message that could not be sent comes again by itself, up to five
 * times; then it lies with the dead letters.
 */
public final class SendHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(SendHandler.class);

  private final EventJson json = new EventJson();
  private final @Nullable SendNotification sendNotification;

  public SendHandler() {
    this(Environment.current());
  }

  private SendHandler(Environment environment) {
    sendNotification =
        HttpNotifications.from(environment)
            .map(client -> sendNotification(client, environment))
            .orElse(null);
  }

  SendHandler(NotificationClient client, CampaignNotifications campaigns, AlertChannels channels) {
    sendNotification = new SendNotification(client, campaigns, channels);
  }

  private static SendNotification sendNotification(
      NotificationClient client, Environment environment) {
    Dynamo dynamo = new Dynamo(DynamoClients.create(environment));
    return new SendNotification(
        client,
        PublishedCampaigns.notifications(dynamo, environment),
        PublishedAlerts.channels(dynamo, environment));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures =
        event.getRecords().stream()
            .filter(message -> !sent(message))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList();
    return new SQSBatchResponse(failures);
  }

  private boolean sent(SQSMessage message) {
    try {
      Sent sent = send(message.getBody());
      if (sent != Sent.DELIVERED) {
        LOG.warn("message {}: {}", message.getMessageId(), sent);
      }
      return sent == Sent.DELIVERED;
    } catch (RuntimeException e) {
      LOG.error("message {} was not sent", message.getMessageId(), e);
      return false;
    }
  }

  /** What is no event can't be sent, however often it comes. */
  private Sent send(String body) {
    if (sendNotification == null) {
      return Sent.DELIVERED;
    }
    return switch (json.read(body)) {
      case ReadResult.Known known -> sendNotification.send(known.envelope());
      case ReadResult.UnknownType _ -> Sent.DELIVERED;
      case ReadResult.Unreadable _ -> Sent.REFUSED;
    };
  }
}
