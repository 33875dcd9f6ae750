package io.updraft.access.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider: keys, the tokens signed with them, and a server that publishes them. */
public final class TestIssuer implements AutoCloseable {
  public static final String ISSUER = "https://issuer.example";
  public static final String AUDIENCE = "updraft";

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answer answer = exchange -> send(exchange, 200, "{\"keys\":[]}");
  private JWK key;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/keys",
          exchange -> {
            requests.incrementAndGet();
            answer.to(exchange);
          });
      server.start();
      key = rsaKey();
      publish(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort()));
  }

  /** How many requests its server has had. */
  int requests() {
    return requests.get();
  }

  public TrustedIssuer trusted() {
    return new TrustedIssuer(ISSUER, AUDIENCE, address(), "organization", "roles", "device");
  }

  JWK key() {
    return key;
  }

  static JWK rsaKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static JWK ecKey(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with another key from now on, and publishes that one alone. */
  void rotate() {
    key = rsaKey();
    publish(key);
  }

  void publish(JWK... keys) {
    String json = new JWKSet(List.of(keys)).toString(true);
    answerWith(200, json);
  }

  public void answerWith(int status, String body) {
    answer = exchange -> send(exchange, status, body);
  }

  /** Takes requests and never answers them. */
  void hang() {
    answer =
        exchange -> {
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
  }

  /** The claims of a good operator's token, to be changed. */
  public static JWTClaimsSet.Builder claims(Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("jo")
        .claim("organization", "acme")
        .claim("roles", List.of("operator"))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }

  public String sign(JWTClaimsSet.Builder claims) {
    return sign(claims, key, JWSAlgorithm.RS256);
  }

  static String sign(JWTClaimsSet.Builder claims, JWK key, JWSAlgorithm algorithm) {
    JWSHeader header =
        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build();
    return sign(claims, key, header);
  }

  static String sign(JWTClaimsSet.Builder claims, JWK key, JWSHeader header) {
    try {
      JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm());
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
