package io.updraft.local.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request in the terms of the payload format.
 *
 * @param headers by name in small letters, several values joined by commas, cookies left out
 * @param query decoded, several values joined by commas
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying a body would cost
record HttpRequest(
    String id,
    Instant time,
    String method,
    String rawPath,
    String rawQuery,
    String protocol,
    String sourceIp,
    String domainName,
    Map<String, String> headers,
    List<String> cookies,
    Map<String, String> query,
    byte[] body) {

  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
