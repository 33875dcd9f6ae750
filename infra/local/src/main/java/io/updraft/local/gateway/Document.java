package io.updraft.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers one path with a JSON document that does not change. */
final class Document extends Handler.Abstract {
  private final String path;
  private final byte[] json;

  Document(String path, String json) {
    this.path = path;
    this.json = json.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals(path)) {
      return false;
    }
    response.getHeaders().put("content-type", "application/json");
    response.write(true, ByteBuffer.wrap(json), callback);
    return true;
  }
}
