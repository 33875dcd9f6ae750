package io.updraft.lambda.events;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads batches of DynamoDB streams. */
final class StreamEvents {
  private static final double MILLIS_PER_SECOND = 1_000;

  private StreamEvents() {}

  static DynamodbEvent read(JsonNode json) throws IOException {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(Json.list(json.get("Records"), StreamEvents::record));
    return event;
  }

  private static DynamodbStreamRecord record(JsonNode json) throws IOException {
    DynamodbStreamRecord read = new DynamodbStreamRecord();
    read.setEventID(Json.text(json, "eventID"));
    read.setEventName(Json.text(json, "eventName"));
    read.setEventVersion(Json.text(json, "eventVersion"));
    read.setEventSource(Json.text(json, "eventSource"));
    read.setAwsRegion(Json.text(json, "awsRegion"));
    read.setEventSourceARN(Json.text(json, "eventSourceARN"));
    read.setDynamodb(change(json.path("dynamodb")));
    if (json.has("userIdentity")) {
      read.setUserIdentity(identity(json.get("userIdentity")));
    }
    return read;
  }

  /** Set where the service itself has deleted an item, since its time was over. */
  private static Identity identity(JsonNode json) {
    Identity identity = new Identity();
    identity.setPrincipalId(Json.text(json, "principalId"));
    identity.setType(Json.text(json, "type"));
    return identity;
  }

  @SuppressWarnings("JavaUtilDate") // as the class of the event has it
  private static StreamRecord change(JsonNode json) throws IOException {
    StreamRecord change = new StreamRecord();
    change.setKeys(item(json.get("Keys")));
    change.setNewImage(item(json.get("NewImage")));
    change.setOldImage(item(json.get("OldImage")));
    change.setSequenceNumber(Json.text(json, "SequenceNumber"));
    String view = Json.text(json, "StreamViewType");
    if (view != null) {
      change.setStreamViewType(StreamViewType.fromValue(view));
    }
    if (json.has("SizeBytes")) {
      change.setSizeBytes(json.get("SizeBytes").asLong());
    }
    if (json.has("ApproximateCreationDateTime")) {
      double seconds = json.get("ApproximateCreationDateTime").asDouble();
      change.setApproximateCreationDateTime(new Date((long) (seconds * MILLIS_PER_SECOND)));
    }
    return change;
  }

  private static @Nullable Map<String, AttributeValue> item(@Nullable JsonNode json)
      throws IOException {
    return Json.map(json, StreamEvents::value);
  }

  private static AttributeValue value(JsonNode json) throws IOException {
    AttributeValue value = new AttributeValue();
    for (Map.Entry<String, JsonNode> typed : json.properties()) {
      set(value, typed.getKey(), typed.getValue());
    }
    return value;
  }

  private static void set(AttributeValue value, String type, JsonNode json) throws IOException {
    switch (type) {
      case "S" -> value.setS(json.asText());
      case "N" -> value.setN(json.asText());
      case "B" -> value.setB(Json.bytes(json));
      case "SS" -> value.setSS(Json.list(json, JsonNode::asText));
      case "NS" -> value.setNS(Json.list(json, JsonNode::asText));
      case "BS" -> value.setBS(Json.list(json, Json::bytes));
      case "M" -> value.setM(item(json));
      case "L" -> value.setL(Json.list(json, StreamEvents::value));
      case "BOOL" -> value.setBOOL(json.asBoolean());
      case "NULL" -> value.setNULL(json.asBoolean());
      default -> throw new IOException("DynamoDB has no type " + type);
    }
  }
}
