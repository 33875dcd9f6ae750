package io.updraft.fleet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.fleet.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The database server beneath a runtime on this machine, spoken to as any DynamoDB but with a
 * signature that is none, since it does not look at it. Only to have a measure for what is built on
 * it.
 */
final class Database {
  private static final int OK = 200;
  private static final int PAGE = 500;
  private static final String HEADERS =
      "Content-Type: application/x-amz-json-1.0\r\n"
          + "Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/"
          + "aws4_request, SignedHeaders=host, Signature=0\r\n"
          + "X-Amz-Date: 20260101T000000Z\r\nX-Amz-Target: DynamoDB_20120810.";

  private final Wire wire;

  Database(Wire wire) {
    this.wire = wire;
  }

  /** One operation, and its answer. */
  JsonNode call(String operation, Map<String, ?> request) throws IOException {
    return call(operation, Json.of(request).toString());
  }

  private JsonNode call(String operation, String request) throws IOException {
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    Wire.Reply reply = wire.send("POST", "/", HEADERS + operation + "\r\n", body);
    if (reply.status() != OK) {
      throw new IOException("the database answers to %s: %s".formatted(operation, reply));
    }
    return Json.lenient(reply.body());
  }

  /** The table whose name has the word in it. */
  String table(String word) throws IOException {
    for (JsonNode name : call("ListTables", Map.of()).path("TableNames")) {
      if (name.asText().contains(word)) {
        return name.asText();
      }
    }
    throw new IOException("the database has no table of " + word);
  }

  /** Some item with this number in an attribute. */
  ObjectNode itemWith(String table, String attribute, int number) throws IOException {
    JsonNode start = Json.of(Map.of());
    do {
      JsonNode page = call("Scan", scan(table, attribute, number, start));
      if (!page.path("Items").isEmpty()) {
        return (ObjectNode) page.path("Items").get(0);
      }
      start = page.path("LastEvaluatedKey");
    } while (!start.isEmpty());
    throw new IOException("%s has no item with %d %s".formatted(table, number, attribute));
  }

  private static Map<String, Object> scan(
      String table, String attribute, int number, JsonNode start) {
    Map<String, Object> scan = new HashMap<>();
    scan.put("TableName", table);
    scan.put("Limit", PAGE);
    scan.put("FilterExpression", "#a = :n");
    scan.put("ExpressionAttributeNames", Map.of("#a", attribute));
    scan.put("ExpressionAttributeValues", Map.of(":n", Map.of("N", Integer.toString(number))));
    if (!start.isEmpty()) {
      scan.put("ExclusiveStartKey", start);
    }
    return scan;
  }

  /** A table with partition and sort key and a stream of its new items, as that of arrivals. */
  void create(String table) throws IOException {
    JsonNode _ =
        call(
            "CreateTable",
            Map.of(
                "TableName",
                table,
                "BillingMode",
                "PAY_PER_REQUEST",
                "AttributeDefinitions",
                List.of(attribute("pk"), attribute("sk")),
                "KeySchema",
                List.of(key("pk", "HASH"), key("sk", "RANGE")),
                "StreamSpecification",
                Map.of("StreamEnabled", true, "StreamViewType", "NEW_IMAGE")));
  }

  private static Map<String, String> attribute(String name) {
    return Map.of("AttributeName", name, "AttributeType", "S");
  }

  private static Map<String, String> key(String name, String type) {
    return Map.of("AttributeName", name, "KeyType", type);
  }

  void drop(String table) throws IOException {
    JsonNode _ = call("DeleteTable", Map.of("TableName", table));
  }
}
