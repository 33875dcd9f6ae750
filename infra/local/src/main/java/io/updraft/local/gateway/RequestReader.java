package io.updraft.local.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Reads a request of the server into the terms of the payload format. */
final class RequestReader {
  private RequestReader() {}

  /** Throws {@link IllegalArgumentException} where the query is not well encoded. */
  static HttpRequest read(Request request, byte[] body) {
    HttpURI uri = request.getHttpURI();
    String rawQuery = uri.getQuery() == null ? "" : uri.getQuery();
    List<String> cookies = new ArrayList<>();
    return new HttpRequest(
        UUID.randomUUID().toString(),
        Instant.now(),
        request.getMethod(),
        uri.getPath(),
        rawQuery,
        request.getConnectionMetaData().getProtocol(),
        Request.getRemoteAddr(request),
        Request.getServerName(request),
        headers(request, cookies),
        cookies,
        query(rawQuery),
        body);
  }

  private static Map<String, String> headers(Request request, List<String> cookies) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      String name = field.getLowerCaseName().toLowerCase(Locale.ROOT);
      String value = field.getValue() == null ? "" : field.getValue();
      if (name.equals("cookie")) {
        cookies.addAll(List.of(value.split("; ", -1)));
      } else {
        headers.merge(name, value, (first, next) -> first + "," + next);
      }
    }
    headers.put("x-forwarded-for", Request.getRemoteAddr(request));
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-port", String.valueOf(Request.getServerPort(request)));
    return headers;
  }

  private static Map<String, String> query(String rawQuery) {
    if (rawQuery.isEmpty()) {
      return Map.of();
    }
    Fields fields = new Fields(true);
    UrlEncoded.decodeUtf8To(rawQuery, fields);
    Map<String, String> query = new LinkedHashMap<>();
    fields.forEach(field -> query.put(field.getName(), String.join(",", field.getValues())));
    return query;
  }
}
