package io.updraft.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.events.Origin;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller was admitted to its route.
 *
 * @param requestId what the log and every problem name this request by
 * @param routeKey method and path template, as {@code GET /firmware/{id}}
 * @param pathParameters by the names in the path template
 * @param query by name; of a repeated one the values joined by commas
 * @param headers by lower case name; of a repeated one the values joined by commas
 * @param body as sent, but for a {@code Content-Encoding} of gzip, which is undone
 * @param callerOrNull null only on a route that is open to anyone
 */
@SuppressWarnings("ArrayRecordComponent") // requests are read once, never compared
public record HttpRequest(
    String requestId,
    String routeKey,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    @Nullable Caller callerOrNull) {
  /** 1 MiB. */
  private static final int MAX_JSON_BYTES = 1 << 20;

  private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  public HttpRequest {
    Map<String, String> byLowerCase = new LinkedHashMap<>();
    headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(byLowerCase);
    pathParameters = Map.copyOf(pathParameters);
    query = Map.copyOf(query);
  }

  /** A parameter of the path; the route must have it. */
  public String path(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No {%s} in %s".formatted(name, routeKey));
    }
    return value;
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A header by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The caller, for an operation that needs one.
   *
   * @throws ProblemException {@code UNAUTHORIZED} on an open route without credentials
   */
  public Caller caller() {
    if (callerOrNull == null) {
      throw Problem.unauthorized("Send credentials in the Authorization header.").exception();
    }
    return callerOrNull;
  }

  /**
   * The body as a JSON object of at most 1 MiB.
   *
   * @throws ProblemException 415 for another media type, 413 when it is larger, {@code MALFORMED}
   *     when it is empty, can't be parsed, or is no object
   */
  public Fields json() {
    return json(MAX_JSON_BYTES);
  }

  /** Like {@link #json()}, with another limit, for the few operations that take more or less. */
  public Fields json(int maxBytes) {
    return new Fields(jsonObject(maxBytes));
  }

  /**
   * The body over what there is: each member replaces the one of its name as a whole, and null
   * takes one away.
   *
   * @param present what there is, in the form in which answers show it
   */
  public Fields jsonOver(Map<String, ?> present, int maxBytes) {
    ObjectNode merged = object(Json.write(present));
    merged.setAll(jsonObject(maxBytes));
    return new Fields(merged);
  }

  private ObjectNode jsonObject(int maxBytes) {
    return object(jsonBytes(maxBytes));
  }

  /**
   * The body that claims to be JSON, not yet parsed.
   *
   * @throws ProblemException 415 for another media type, 413 when it is larger
   */
  public byte[] jsonBytes(int maxBytes) {
    if (header("content-type").map(MediaType::of).filter(MediaType::isJson).isEmpty()) {
      throw Problem.unsupportedMediaType("Send the body as application/json.").exception();
    }
    if (body.length > maxBytes) {
      String detail = "Send a JSON body of at most %d bytes.".formatted(maxBytes);
      throw Problem.tooLarge(detail).exception();
    }
    return body;
  }

  /** Like {@link #json()}, but an empty body, of any media type, reads as an empty object. */
  public Fields jsonOrEmpty() {
    return body.length == 0 ? new Fields(JsonNodeFactory.instance.objectNode()) : json();
  }

  /**
   * The parts of a {@code multipart/form-data} body.
   *
   * @throws ProblemException 415 for another media type, {@code MALFORMED} when it can't be parsed
   */
  public Parts multipart() {
    return Parts.of(header("content-type").orElse(""), body);
  }

  /**
   * Which part of a list without filters is wanted, from {@code limit}, {@code offset} and {@code
   * cursor}.
   *
   * @throws ProblemException {@code VALIDATION} with all that is wrong
   */
  public Page page() {
    Filters filters = filters();
    Page page = filters.page();
    filters.throwIfInvalid();
    return page;
  }

  /** The filters of a list, in the query. */
  public Filters filters() {
    return new Filters(query);
  }

  /**
   * What events that this request causes carry, to be found together: {@code x-correlation-id}, or
   * the request id when there is none or none that is safe to pass on. Never empty.
   */
  public Optional<String> correlationId() {
    return header("x-correlation-id")
        .filter(given -> CORRELATION_ID.matcher(given).matches())
        .or(() -> Optional.of(requestId));
  }

  /** The trace that the request belongs to (W3C Trace Context), if the header is well formed. */
  public Optional<String> traceparent() {
    return header("traceparent").filter(given -> TRACEPARENT.matcher(given).matches());
  }

  /** Whence the events come that this request causes. */
  public Origin origin() {
    return new Origin(
        caller().organization(), correlationId().orElse(null), traceparent().orElse(null));
  }

  static ObjectNode object(byte[] json) {
    if (Json.read(json) instanceof ObjectNode object) {
      return object;
    }
    throw Problem.malformed("Send a JSON object.").exception();
  }
}
