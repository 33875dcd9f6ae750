package io.updraft.permissions;

import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Requests about objects: which buckets they name, and how the keys begin. */
final class ObjectUses {
  /** By request, and where it has two, by which of its keys. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("GetObjectRequest.", "s3:GetObject"),
          Map.entry("HeadObjectRequest.", "s3:GetObject"),
          Map.entry("CopyObjectRequest.source", "s3:GetObject"),
          Map.entry("CopyObjectRequest.destination", "s3:PutObject"),
          Map.entry("PutObjectRequest.", "s3:PutObject"),
          Map.entry("CreateMultipartUploadRequest.", "s3:PutObject"),
          Map.entry("UploadPartRequest.", "s3:PutObject"),
          Map.entry("CompleteMultipartUploadRequest.", "s3:PutObject"),
          Map.entry("DeleteObjectRequest.", "s3:DeleteObject"),
          Map.entry("AbortMultipartUploadRequest.", "s3:AbortMultipartUpload"),
          Map.entry("ListPartsRequest.", "s3:ListMultipartUploadParts"));

  /** Calls that are told "forbidden" of what is not there by who may not list the bucket. */
  private static final Map<String, String> ASKING =
      Map.of(
          "getObject", "GetObjectRequest.",
          "getObjectAsBytes", "GetObjectRequest.",
          "headObject", "HeadObjectRequest.",
          "copyObject", "CopyObjectRequest.source");

  /** One request as one method builds it. */
  private record Built(Method where, String request) {}

  private record Named(Set<Value> buckets, Set<Value> keys) {
    Named() {
      this(new HashSet<>(), new HashSet<>());
    }
  }

  private final Map<Built, Named> built = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Finds finds;

  ObjectUses(Finds finds) {
    this.finds = finds;
  }

  void begin() {
    built.clear();
    asked.clear();
  }

  static boolean knows(String request) {
    return ACTIONS.keySet().stream().anyMatch(name -> name.startsWith(request + "."));
  }

  void called(String client, String call) {
    if (client.equals("S3Client") && ASKING.containsKey(call)) {
      asked.add(ASKING.get(call));
    }
  }

  void built(Method where, String request, String attribute, Set<Value> given) {
    String which = attribute.replaceFirst("(?i)(bucket|key)$", "");
    String name = request + "." + which;
    if (!which.equals(attribute) && ACTIONS.containsKey(name)) {
      Named named = built.computeIfAbsent(new Built(where, name), _ -> new Named());
      (attribute.toLowerCase(Locale.ROOT).endsWith("key") ? named.keys : named.buckets)
          .addAll(given);
    }
  }

  void end() {
    built.forEach((request, named) -> uses(request, named).forEach(finds::add));
  }

  private Stream<Use> uses(Built request, Named named) {
    List<String> buckets = Finds.variables(named.buckets);
    if (buckets.isEmpty()) {
      finds.unclear(request.where(), "needs " + ACTIONS.get(request.request()));
    }
    return buckets.stream().flatMap(bucket -> uses(request, bucket, named.keys));
  }

  private Stream<Use> uses(Built request, String bucket, Set<Value> keys) {
    String action = String.valueOf(ACTIONS.get(request.request()));
    Stream<Use> own = parts(keys).map(part -> Use.of(action, bucket, part));
    return asked.contains(request.request())
        ? Stream.concat(own, Stream.of(Use.of("s3:ListBucket", bucket, "")))
        : own;
  }

  private static Stream<String> parts(Set<Value> keys) {
    List<String> patterns =
        keys.stream()
            .filter(Value.Text.class::isInstance)
            .map(key -> "/" + ((Value.Text) key).pattern())
            .toList();
    return patterns.isEmpty() ? Stream.of(Use.ANY_KEY) : patterns.stream();
  }
}
