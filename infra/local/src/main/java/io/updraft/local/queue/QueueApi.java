package io.updraft.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The one operation of SQS that functions call, {@code SendMessageBatch} in its JSON protocol. It
 * has no authentication, so it must listen on the loopback device only.
 */
public final class QueueApi extends Handler.Abstract {
  private static final String TARGET = "AmazonSQS.SendMessageBatch";
  private static final int LARGEST = 1 << 20;

  private final Queues queues;
  private final Clock clock;

  public QueueApi(Queues queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /** Leaves what is no call of SQS to others. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!TARGET.equals(request.getHeaders().get("x-amz-target"))) {
      return false;
    }
    JsonNode call = Json.read(Content.Source.asInputStream(request).readNBytes(LARGEST));
    String url = call.path("QueueUrl").asText();
    Optional<MessageFolder> queue = queues.find(url);
    JsonNode entries = call.path("Entries");
    if (queue.isEmpty()) {
      refuse(response, callback, "QueueDoesNotExist", "no such queue");
    } else if (queues.isFifo(url) && entries.findValues("MessageGroupId").size() < entries.size()) {
      refuse(response, callback, "MissingParameter", "a FIFO queue needs MessageGroupId");
    } else {
      write(response, callback, 200, taken(queue.get(), entries));
    }
    return true;
  }

  private static void refuse(Response response, Callback callback, String type, String message) {
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("__type", "com.amazonaws.sqs#" + type).put("message", message);
    write(response, callback, 400, error);
  }

  private ObjectNode taken(MessageFolder queue, JsonNode entries) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode successful = answer.putArray("Successful");
    answer.putArray("Failed");
    for (JsonNode entry : entries) {
      String body = entry.path("MessageBody").asText();
      successful
          .addObject()
          .put("Id", entry.path("Id").asText())
          .put("MessageId", queue.add(incoming(body, entry), clock.instant()))
          .put("MD5OfMessageBody", md5(body));
    }
    return answer;
  }

  private static Incoming incoming(String body, JsonNode entry) {
    return new Incoming(
        body,
        entry.path("MessageGroupId").asText(""),
        entry.path("MessageDeduplicationId").asText(""),
        Duration.ofSeconds(entry.path("DelaySeconds").asLong()));
  }

  /** By which the client checks that it was understood. */
  private static String md5(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Response response, Callback callback, int status, JsonNode body) {
    response.setStatus(status);
    response.getHeaders().put("content-type", "application/x-amz-json-1.0");
    response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
  }
}
