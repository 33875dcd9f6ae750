package io.updraft.device.ddi;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import java.util.zip.CRC32C;

/** Answers in the form that the client asked for. */
final class Answers {
  private static final String HAL = "application/hal+json";

  private Answers() {}

  /** With an entity tag; 304 where the client has the same already. */
  static HttpResponse of(HttpRequest request, Object value) {
    HttpResponse full = HttpResponse.ok(value);
    String tag = tag(full.body());
    if (request.header("if-none-match").filter(tag::equals).isPresent()) {
      return HttpResponse.empty(304).withHeader("etag", tag);
    }
    HttpResponse tagged = full.withHeader("etag", tag);
    return request.header("accept").filter(a -> a.contains(HAL)).isPresent()
        ? tagged.withHeader("content-type", HAL)
        : tagged;
  }

  private static String tag(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body);
    return "\"%08x%x\"".formatted(sum.getValue(), body.length);
  }

  /** What the protocol answers to everything that was sent and taken. */
  static HttpResponse taken() {
    return HttpResponse.empty(200);
  }
}
