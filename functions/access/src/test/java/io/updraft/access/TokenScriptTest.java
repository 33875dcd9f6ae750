package io.updraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.access.Script.Ended;
import io.updraft.access.domain.TokenClaims;
import io.updraft.access.domain.Tokens.Reading;
import io.updraft.access.jwt.JwtTokens;
import io.updraft.access.jwt.TestIssuer;
import io.updraft.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/token} on the files that the runtime of one machine leaves in its data folder. */
class TokenScriptTest {
  private final TestIssuer issuer = new TestIssuer();
  @TempDir Path data;

  @BeforeEach
  void leaveRuntimeFile() throws IOException {
    Path key = Files.writeString(data.resolve("issuer-key.json"), issuer.privateKey());
    Map<String, String> runtime =
        Map.of(
            "issuer", TestIssuer.ISSUER,
            "audience", TestIssuer.AUDIENCE,
            "issuerKey", key.toString());
    Files.write(data.resolve("runtime.json"), Json.write(runtime));
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  private Ended token(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return Script.run("token", all.toArray(String[]::new));
  }

  private Reading read(Ended ended) {
    assertThat(ended.err()).isEmpty();
    return JwtTokens.of(issuer.trusted(), Clock.systemUTC()).read(ended.out());
  }

  private TokenClaims claims(Ended ended) {
    assertThat(read(ended)).isInstanceOf(Reading.Genuine.class);
    return ((Reading.Genuine) read(ended)).claims();
  }

  @Test
  void makesTokensThatTheAuthorizerAccepts() {
    TokenClaims claims = claims(token("--role", "firmware_manager", "--user", "Zoë"));
    assertThat(claims.organization()).isEqualTo("default-org");
    assertThat(claims.roles()).containsExactly("firmware_manager");
    assertThat(claims.subject()).isEqualTo("Zoë");
    assertThat(claims.device()).isNull();
  }

  @Test
  void tokenOfADeviceIsForTheDevice() {
    TokenClaims claims = claims(token("--role", "device", "--device", "d:1", "--org", "acme"));
    assertThat(claims.device()).isEqualTo("d:1");
    assertThat(claims.subject()).isEqualTo("d:1");
    assertThat(claims.organization()).isEqualTo("acme");
  }

  @Test
  void timeToLiveIsAsGiven() {
    assertThat(claims(token("--role", "viewer", "--ttl", "60")).expiresAt())
        .isBefore(Clock.systemUTC().instant().plusSeconds(61));
    assertThat(read(token("--role", "viewer", "--ttl", "-60"))).isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--role",
        "--role root",
        "--role service",
        "--role device",
        "--role viewer --device d",
        "--role viewer --org A",
        "--role device --device bulk",
        "--role viewer --ttl x",
        "--role viewer --user a\"b",
        "--what x"
      })
  void refusesWhatMakesNoToken(String arguments) {
    Ended ended = token(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("token: ").contains("Usage:");
  }

  @Test
  void saysThatNoRuntimeIsThere() throws IOException {
    Files.delete(data.resolve("runtime.json"));
    Ended ended = token("--role", "viewer");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("no runtime is there on " + data, "scripts/run");
  }
}
