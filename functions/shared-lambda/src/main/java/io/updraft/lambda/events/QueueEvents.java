package io.updraft.lambda.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Reads batches of SQS queues. */
final class QueueEvents {
  private QueueEvents() {}

  static SQSEvent read(JsonNode json) throws IOException {
    SQSEvent event = new SQSEvent();
    event.setRecords(Json.list(json.get("Records"), QueueEvents::message));
    return event;
  }

  private static SQSMessage message(JsonNode json) throws IOException {
    SQSMessage message = new SQSMessage();
    message.setMessageId(Json.text(json, "messageId"));
    message.setReceiptHandle(Json.text(json, "receiptHandle"));
    message.setBody(Json.text(json, "body"));
    message.setMd5OfBody(Json.text(json, "md5OfBody"));
    message.setMd5OfMessageAttributes(Json.text(json, "md5OfMessageAttributes"));
    message.setEventSourceArn(Json.text(json, "eventSourceARN"));
    message.setEventSource(Json.text(json, "eventSource"));
    message.setAwsRegion(Json.text(json, "awsRegion"));
    message.setAttributes(Json.map(json.get("attributes"), JsonNode::asText));
    message.setMessageAttributes(Json.map(json.get("messageAttributes"), QueueEvents::attribute));
    return message;
  }

  private static MessageAttribute attribute(JsonNode json) throws IOException {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setDataType(Json.text(json, "dataType"));
    attribute.setStringValue(Json.text(json, "stringValue"));
    attribute.setStringListValues(Json.list(json.get("stringListValues"), JsonNode::asText));
    attribute.setBinaryListValues(Json.list(json.get("binaryListValues"), Json::bytes));
    if (json.has("binaryValue")) {
      attribute.setBinaryValue(Json.bytes(json.get("binaryValue")));
    }
    return attribute;
  }
}
