package io.updraft.permissions;

import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests of the SDK, by what their builders are given. A request counts where it is built, called
 * or presigned: whoever signs an address needs the permission for what is done with it. Writes,
 * reads and queries by {@code io.updraft.dynamodb} are left to {@link TableUses}.
 */
final class RequestUses {
  static final String SERVICES = "software/amazon/awssdk/services/";
  private static final String BUILDER = "$Builder";
  private static final String UNKNOWN = ", of which no action is known here";

  /** By request, the builder's method that names the resource, and the action. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("GetItemRequest.tableName", "dynamodb:GetItem"),
          Map.entry("Get.tableName", "dynamodb:GetItem"),
          Map.entry("BatchGetItemRequest.requestItems", "dynamodb:BatchGetItem"),
          Map.entry("ScanRequest.tableName", "dynamodb:Scan"),
          Map.entry("PutItemRequest.tableName", "dynamodb:PutItem"),
          Map.entry("Put.tableName", "dynamodb:PutItem"),
          Map.entry("UpdateItemRequest.tableName", "dynamodb:UpdateItem"),
          Map.entry("Update.tableName", "dynamodb:UpdateItem"),
          Map.entry("DeleteItemRequest.tableName", "dynamodb:DeleteItem"),
          Map.entry("Delete.tableName", "dynamodb:DeleteItem"),
          Map.entry("ConditionCheck.tableName", "dynamodb:ConditionCheckItem"),
          Map.entry("SendMessageBatchRequest.queueUrl", "sqs:SendMessage"),
          Map.entry("InvokeRequest.functionName", "lambda:InvokeFunction"),
          Map.entry("HeadBucketRequest.bucket", "s3:ListBucket"));

  /** Requests that name nothing: there is one such API. */
  private static final Map<String, Use> SINGLE =
      Map.of(
          "PostToConnectionRequest", connections("POST"),
          "DeleteConnectionRequest", connections("DELETE"));

  /** What is presigned or in a transaction counts by what it is made of. */
  private static final Set<String> MADE_OF_OTHERS =
      Set.of(
          "TransactWriteItemsRequest",
          "TransactGetItemsRequest",
          "GetObjectPresignRequest",
          "HeadObjectPresignRequest",
          "PutObjectPresignRequest",
          "UploadPartPresignRequest");

  private final Finds finds;
  private final ObjectUses objects;

  RequestUses(Finds finds) {
    this.finds = finds;
    this.objects = new ObjectUses(finds);
  }

  private static Use connections(String method) {
    String part = "/" + method + "/@connections/*";
    return new Use("execute-api:ManageConnections", Optional.empty(), part);
  }

  void begin() {
    objects.begin();
  }

  /** Objects count when both their bucket and their key are known. */
  void end() {
    objects.end();
  }

  void called(Method from, Method called, List<Set<Value>> arguments) {
    String owner = called.ownerSimpleName();
    if (owner.endsWith(BUILDER) && arguments.size() > 1) {
      String request = owner.substring(0, owner.length() - BUILDER.length());
      built(from, request, called.name(), arguments.get(1));
    } else if (called.name().equals("builder")) {
      begun(from, owner);
    } else if (sendsNothing(called, arguments)) {
      finds.unclear(from, "calls " + owner + "." + called.name() + UNKNOWN);
    } else {
      objects.called(owner, called.name());
    }
  }

  private void begun(Method from, String request) {
    if (request.endsWith("Request") && !isKnown(request)) {
      finds.unclear(from, "sends a " + request + UNKNOWN);
    }
  }

  private void built(Method from, String request, String attribute, Set<Value> given) {
    begun(from, request);
    if (SINGLE.containsKey(request)) {
      finds.add(SINGLE.get(request));
    }
    String action = NAMED.get(request + "." + attribute);
    if (action != null && !TableUses.counts(from, action)) {
      finds.addNamed(from, action, given);
    }
    if (!attribute.equals("applyMutation")) {
      objects.built(from, request, attribute, given);
    }
  }

  /** A call of a service for which no request is built, since it has no attributes. */
  private static boolean sendsNothing(Method called, List<Set<Value>> arguments) {
    String answer = called.type().returnType().descriptorString();
    return arguments.size() == 1
        && called.ownerSimpleName().endsWith("Client")
        && (answer.contains("/model/") || answer.contains("/paginators/"));
  }

  private static boolean isKnown(String request) {
    return SINGLE.containsKey(request)
        || MADE_OF_OTHERS.contains(request)
        || NAMED.keySet().stream().anyMatch(name -> name.startsWith(request + "."))
        || ObjectUses.knows(request);
  }
}
