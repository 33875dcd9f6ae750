package io.updraft.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Writes stream records as they are in the events of Lambda. */
final class StreamRecords {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StreamRecords() {}

  static ObjectNode event(List<? extends JsonNode> records) {
    ObjectNode event = JSON.objectNode();
    event.putArray("Records").addAll(records);
    return event;
  }

  static ObjectNode toJson(Record source, String streamArn) {
    ObjectNode json = JSON.objectNode();
    json.put("eventID", source.eventID());
    json.put("eventName", source.eventNameAsString());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", "us-east-1");
    json.set("dynamodb", change(source.dynamodb()));
    if (source.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", source.userIdentity().principalId())
          .put("type", source.userIdentity().type());
    }
    json.put("eventSourceARN", streamArn);
    return json;
  }

  private static ObjectNode change(StreamRecord change) {
    ObjectNode json = JSON.objectNode();
    json.put("ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    json.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", item(change.oldImage()));
    }
    json.put("SequenceNumber", change.sequenceNumber());
    json.put("SizeBytes", change.sizeBytes());
    json.put("StreamViewType", change.streamViewTypeAsString());
    return json;
  }

  private static ObjectNode item(Map<String, AttributeValue> attributes) {
    ObjectNode json = JSON.objectNode();
    attributes.forEach((name, value) -> json.set(name, value(value)));
    return json;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode json = JSON.objectNode();
    return switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case SS -> json.set("SS", texts(value.ss()));
      case NS -> json.set("NS", texts(value.ns()));
      case BS -> json.set("BS", texts(value.bs().stream().map(StreamRecords::base64).toList()));
      case M -> json.set("M", item(value.m()));
      case L -> json.set("L", list(value.l()));
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("unknown type: " + value);
    };
  }

  private static ArrayNode list(List<AttributeValue> values) {
    ArrayNode json = JSON.arrayNode();
    values.forEach(value -> json.add(value(value)));
    return json;
  }

  private static ArrayNode texts(List<String> values) {
    ArrayNode json = JSON.arrayNode();
    values.forEach(json::add);
    return json;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
