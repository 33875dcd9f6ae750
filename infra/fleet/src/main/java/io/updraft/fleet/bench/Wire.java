package io.updraft.fleet.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One kept connection of HTTP/1.1. It does as little as can be done, because the load must not take
 * the CPU from what is measured.
 */
final class Wire implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final URI server;
  private final Socket socket;
  private final InputStream in;

  Wire(URI server) throws IOException {
    this.server = server;
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** An answer; the body is empty where there is none. */
  record Reply(int status, String body) {}

  /** Sends a request, with a body of JSON where there is one, and reads its answer. */
  Reply send(String method, String path, String authorization, String body) throws IOException {
    String json = body.isEmpty() ? "" : "Content-Type: application/json\r\n";
    String headers = "Authorization: " + authorization + "\r\nAccept: application/json\r\n" + json;
    return send(method, path, headers, body.getBytes(UTF_8));
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param headers beside those of the connection and the length, each with its end of line
   */
  Reply send(String method, String path, String headers, byte[] content) throws IOException {
    String length = content.length == 0 ? "" : "Content-Length: " + content.length + "\r\n";
    String head =
        (method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n")
            + (headers + length + "\r\n");
    byte[] bytes = head.getBytes(ISO_8859_1);
    byte[] request = new byte[bytes.length + content.length];
    System.arraycopy(bytes, 0, request, 0, bytes.length);
    System.arraycopy(content, 0, request, bytes.length, content.length);
    socket.getOutputStream().write(request);
    return reply();
  }

  private Reply reply() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked = chunked || lower.equals("transfer-encoding: chunked");
    }
    return new Reply(status, chunked ? chunks() : new String(bytes(length), UTF_8));
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.append(new String(bytes(size), UTF_8));
      String _ = line();
    }
    String _ = line();
    return body.toString();
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server hung up");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
