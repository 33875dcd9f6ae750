package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.updraft.access.Script.Ended;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.access.domain.KeyText;
import io.updraft.access.organizations.TestOrganizations;
import io.updraft.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/admin} against the Invoke API of Lambda, with the function behind it. */
class AdminScriptTest {
  private static final String PATH = "/2015-03-31/functions/AccessOrganizations/invocations";

  private final InMemoryAccess access = new InMemoryAccess();
  private final HttpServer lambda;
  @TempDir Path data;

  AdminScriptTest() throws IOException {
    lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var handler = TestOrganizations.handler(access);
    lambda.createContext(
        PATH,
        exchange -> {
          var event = Json.read(exchange.getRequestBody().readAllBytes());
          byte[] answer = Json.write(Invocation.invoke(handler, event));
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    lambda.start();
  }

  @BeforeEach
  void leaveRuntimeFile() throws IOException {
    String invoke = "http://127.0.0.1:" + lambda.getAddress().getPort();
    Files.write(data.resolve("runtime.json"), Json.write(Map.of("invoke", invoke)));
  }

  @AfterEach
  void close() {
    lambda.stop(0);
  }

  private Ended createOrganization(String organization) {
    return Script.run(
        "admin", "create-org", organization, "--user", "jo", "--data", data.toString());
  }

  @Test
  void printsTheFirstAdminKeyAlone() {
    Ended ended = createOrganization("acme");
    assertThat(ended.status()).isZero();
    KeyText key = KeyText.parse(ended.out()).orElseThrow();
    assertThat(access.find(key.id()).orElseThrow().key().createdBy()).isEqualTo("jo");
  }

  @Test
  void saysThatTheOrganizationExists() {
    createOrganization("acme");
    Ended ended = createOrganization("acme");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isEqualTo("admin: The organization acme exists already.");
  }

  @Test
  void refusesOtherNamesBeforeItAsks() {
    lambda.stop(0);
    assertThat(createOrganization("Acme").status()).isEqualTo(2);
  }

  @Test
  void saysThatTheRuntimeDoesNotAnswer() {
    lambda.stop(0);
    Ended ended = createOrganization("acme");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("scripts/run");
  }
}
