package io.updraft.permissions;

import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests of the SDK, by what their builders are given. A request counts where it is built, called
 * or presigned: whoever signs an address needs the permission for what is done with it. Writes and
 * queries of tables are left to {@link TableUses}.
 */
final class RequestUses {
  static final String SERVICES = "software/amazon/awssdk/services/";
  private static final String BUILDER = "$Builder";

  /** By request, the builder's method that names the resource, and the action. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("GetItemRequest.tableName", "dynamodb:GetItem"),
          Map.entry("Get.tableName", "dynamodb:GetItem"),
          Map.entry("BatchGetItemRequest.requestItems", "dynamodb:BatchGetItem"),
          Map.entry("ScanRequest.tableName", "dynamodb:Scan"),
          Map.entry("SendMessageBatchRequest.queueUrl", "sqs:SendMessage"),
          Map.entry("InvokeRequest.functionName", "lambda:InvokeFunction"),
          Map.entry("HeadBucketRequest.bucket", "s3:ListBucket"));

  /** Requests that name nothing: there is one such API. */
  private static final Map<String, Use> SINGLE =
      Map.of(
          "PostToConnectionRequest", connections("POST"),
          "DeleteConnectionRequest", connections("DELETE"));

  /** Writes by {@link TableUses}; what is presigned or in a transaction, by what it is made of. */
  private static final Set<String> COUNTED_ELSEWHERE =
      Set.of(
          "PutItemRequest",
          "UpdateItemRequest",
          "DeleteItemRequest",
          "TransactWriteItemsRequest",
          "TransactGetItemsRequest",
          "GetObjectPresignRequest",
          "HeadObjectPresignRequest",
          "PutObjectPresignRequest",
          "UploadPartPresignRequest");

  private final Set<Use> uses = new HashSet<>();
  private final Set<String> unclear;
  private final ObjectUses objects;

  RequestUses(Set<String> unclear) {
    this.unclear = unclear;
    this.objects = new ObjectUses(unclear);
  }

  private static Use connections(String method) {
    String part = "/" + method + "/@connections/*";
    return new Use("execute-api:ManageConnections", Optional.empty(), part);
  }

  void begin() {
    uses.clear();
    objects.begin();
  }

  Set<Use> uses() {
    Set<Use> all = new HashSet<>(uses);
    all.addAll(objects.uses());
    return all;
  }

  void called(Method from, Method called, List<Set<Value>> arguments) {
    String owner = called.ownerSimpleName();
    if (owner.endsWith(BUILDER) && arguments.size() > 1) {
      String request = owner.substring(0, owner.length() - BUILDER.length());
      built(from, request, called.name(), arguments.get(1));
    } else {
      objects.called(owner, called.name());
    }
  }

  private void built(Method from, String request, String attribute, Set<Value> given) {
    if (request.endsWith("Request") && !isKnown(request)) {
      unclear.add(from + " sends a " + request + ", of which no action is known here");
    }
    if (SINGLE.containsKey(request)) {
      uses.add(SINGLE.get(request));
    }
    String action = NAMED.get(request + "." + attribute);
    if (action != null) {
      named(from, action, given);
    }
    if (!attribute.equals("applyMutation")) {
      objects.built(from, request, attribute, given);
    }
  }

  private void named(Method from, String action, Set<Value> given) {
    List<String> names = variables(given);
    names.forEach(name -> uses.add(Use.of(action, name, "")));
    if (names.isEmpty()) {
      unclear.add(from + " needs " + action);
    }
  }

  private static boolean isKnown(String request) {
    return SINGLE.containsKey(request)
        || COUNTED_ELSEWHERE.contains(request)
        || NAMED.keySet().stream().anyMatch(name -> name.startsWith(request + "."))
        || ObjectUses.knows(request);
  }

  static List<String> variables(Set<Value> values) {
    return values.stream()
        .filter(Value.Variable.class::isInstance)
        .map(value -> ((Value.Variable) value).name())
        .toList();
  }
}
