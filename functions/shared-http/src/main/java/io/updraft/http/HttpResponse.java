package io.updraft.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an operation answers.
 *
 * @param status the HTTP status
 * @param headers by lower case name
 * @param body the bytes; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // responses are rendered, never compared
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  public HttpResponse {
    Map<String, String> byLowerCase = new LinkedHashMap<>();
    headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = Collections.unmodifiableMap(byLowerCase);
  }

  /** The value as JSON: a record or a map. */
  public static HttpResponse json(int status, Object value) {
    return new HttpResponse(status, Map.of("content-type", "application/json"), Json.write(value));
  }

  public static HttpResponse ok(Object value) {
    return json(200, value);
  }

  public static HttpResponse created(Object value) {
    return json(201, value);
  }

  public static HttpResponse noContent() {
    return empty(204);
  }

  /** Nothing but the status. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, Map.of(), NOTHING);
  }

  /** 302: the address is found there this time, and must not be remembered. */
  public static HttpResponse redirect(String url) {
    return new HttpResponse(302, Map.of("location", url, "cache-control", "no-store"), NOTHING);
  }

  /** The same response with that header set, in place of one of that name. */
  public HttpResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new HttpResponse(status, more, body);
  }
}
