package io.updraft.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;

/**
 * Fetches a JWKS: one attempt, at most 2 s from the first byte on even from a server that trickles,
 * at most 256 KiB, no redirect. {@link HttpURLConnection} because it starts in a fraction of the
 * time of the newer client.
 */
final class JwksDownload {
  private static final int CONNECT_MILLIS = 1000;
  private static final int READ_MILLIS = 1000;
  private static final Duration WHOLE = Duration.ofSeconds(2);
  private static final int MAX_BYTES = 256 << 10;

  private final URI address;

  JwksDownload(URI address) {
    this.address = address;
  }

  JWKSet fetch() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    try {
      return parsed(body(connection));
    } finally {
      connection.disconnect();
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("status " + status);
    }
    try (InputStream in = connection.getInputStream()) {
      return limited(in);
    }
  }

  private static String limited(InputStream in) throws IOException {
    long end = System.nanoTime() + WHOLE.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8 << 10];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      body.write(buffer, 0, read);
      if (body.size() > MAX_BYTES || System.nanoTime() - end > 0) {
        throw new IOException("too large or too slow");
      }
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static JWKSet parsed(String json) throws IOException {
    try {
      return JWKSet.parse(json);
    } catch (ParseException noKeys) {
      throw new IOException("not a JWKS", noKeys);
    }
  }
}
