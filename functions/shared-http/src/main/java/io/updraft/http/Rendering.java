package io.updraft.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response in payload format 2.0. */
final class Rendering {
  /** 2 KiB; below that the bytes saved don't pay for the work. */
  private static final int MIN_GZIP_BYTES = 2 << 10;

  private Rendering() {}

  static byte[] of(HttpResponse response, Map<String, String> requestHeaders) {
    boolean compress =
        response.body().length > MIN_GZIP_BYTES
            && isText(response)
            && ContentEncoding.acceptsGzip(requestHeaders.getOrDefault("accept-encoding", ""));
    return plain(compress ? compressed(response) : response);
  }

  static byte[] plain(HttpResponse response) {
    boolean text = isText(response);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("statusCode", response.status());
    payload.put("headers", response.headers());
    payload.put("body", text ? utf8(response.body()) : base64(response.body()));
    payload.put("isBase64Encoded", !text);
    return Json.write(payload);
  }

  private static HttpResponse compressed(HttpResponse response) {
    return new HttpResponse(
            response.status(), response.headers(), ContentEncoding.gzip(response.body()))
        .withHeader("content-encoding", "gzip")
        .withHeader("vary", "accept-encoding");
  }

  private static boolean isText(HttpResponse response) {
    boolean encoded = response.headers().containsKey("content-encoding");
    String type = response.headers().getOrDefault("content-type", "");
    return response.body().length == 0 || (!encoded && MediaType.of(type).isText());
  }

  private static String utf8(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String base64(byte[] body) {
    return Base64.getEncoder().encodeToString(body);
  }
}
