package io.updraft.fleet.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API.
 *
 * @param kind under which its time is counted
 */
public record Call(String method, String path, @Nullable JsonNode body, Kind kind) {
  /** What a request is for. */
  public enum Kind {
    POLL,
    REPORT,
    /** Data points; its body is sent packed. */
    BATCH,
    OTHER
  }

  public static Call get(String path) {
    return new Call("GET", path, null, Kind.OTHER);
  }

  public static Call poll(String path) {
    return new Call("GET", path, null, Kind.POLL);
  }

  public static Call report(String path, Map<String, ?> body) {
    return new Call("POST", path, Json.of(body), Kind.REPORT);
  }

  public static Call batch(String path, Map<String, ?> body) {
    return new Call("POST", path, Json.of(body), Kind.BATCH);
  }

  public static Call post(String path, Map<String, ?> body) {
    return new Call("POST", path, Json.of(body), Kind.OTHER);
  }

  public static Call put(String path, Map<String, ?> body) {
    return new Call("PUT", path, Json.of(body), Kind.OTHER);
  }
}
